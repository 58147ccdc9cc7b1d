package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers how a flow travels through a fabric. */
public final class Tracer {

  private static final int MOST_PATHS = 64;

  private final Fabric fabric;
  private final Options options;
  private final Health health;
  private final Walker walker;

  public Tracer(Fabric fabric) {
    this(fabric, Options.DEFAULT);
  }

  public Tracer(Fabric fabric, Options options) {
    this.fabric = fabric;
    this.options = options;
    this.health = new HealthProbes(fabric, options);
    this.walker = new Walker(fabric, new HashChooser(fabric.pathHash()), options, health);
  }

  /** Follows a flow and the answer to it. */
  public Trace trace(Flow flow) {
    Journey journey = walk(flow);
    Ending ending = journey.ending();
    Optional<Journey> back = answer(journey);
    Path taken = Paths.of(journey);
    List<Path> paths = paths(flow, taken, journey.decisions().isEmpty());
    if (paths.size() == MOST_PATHS) {
      journey.assume("There may be more paths than the " + MOST_PATHS + " that are listed");
    }
    return new Trace(
        ending.fate(),
        ending.reason().get(),
        ending.decidedBy(),
        hops(flow, journey, back),
        paths,
        taken,
        back.map(answer -> returnPath(flow, answer)),
        assumptions(journey, back));
  }

  /** What comes back for one probe of a flow. */
  public Optional<Answer> probe(Flow flow, int ttl) {
    Journey journey = walk(flow);
    return answer(flow, journey, ttl, Optional.empty());
  }

  /** What a trace of the flow comes down to, without the way between. */
  public Outcome outcome(Flow flow) {
    return passages().outcome(fabric.device(flow.from()), flow);
  }

  /**
   * What the distributed firewall would see of a flow, for all choices among equal ways; none where
   * there are too many choices to follow them all.
   */
  public Set<Passage> passages(Flow flow) {
    return passages().all(fabric.device(flow.from()), flow);
  }

  /** The ways of a flow that arrives and of its answer; none where nobody answers. */
  public Optional<BothWays> bothWays(Flow flow) {
    Journey there = walk(flow);
    return there.ending().fate() == Fate.DELIVERED
        ? answer(there).map(back -> BothWays.of(there, back, isBack(flow, back)))
        : Optional.empty();
  }

  private Passages passages() {
    return new Passages(walker, chooser -> new Walker(fabric, chooser, options, health));
  }

  /** The way of the answer to a packet, if it is answered. */
  Optional<Journey> answer(Journey journey) {
    return journey.ending().reply().map(reply -> walker.sendBack(reply, journey.sessions()));
  }

  Journey walk(Flow flow) {
    return walker.send(fabric.device(flow.from()), flow);
  }

  /**
   * What a packet that lives for {@code ttl} devices brings back.
   *
   * @param known the way of the answer to one that lives longer, if it has been walked already
   */
  private Optional<Answer> answer(Flow flow, Journey journey, int ttl, Optional<Journey> known) {
    Optional<Visit> visit = journey.visit(ttl);
    if (visit.filter(Visit::passedTtlCheck).isPresent()) {
      Visit last = visit.get();
      return Answers.expired(journey, last)
          .flatMap(reply -> comeBack(flow, reply, journey.sessions().subList(0, last.sessions())));
    }
    return journey
        .ending()
        .reply()
        .flatMap(reply ->
            known.isPresent()
                ? comeBack(flow, reply, known.get())
                : comeBack(flow, reply, journey.sessions()));
  }

  private Optional<Answer> comeBack(Flow flow, Reply reply, List<Session> sessions) {
    return comeBack(flow, reply, walker.sendBack(reply, sessions));
  }

  private static Optional<Answer> comeBack(Flow flow, Reply reply, Journey back) {
    return isBack(flow, back)
        ? Optional.of(new Answer(reply.kind(), back.packet().source(), reply.mtu()))
        : Optional.empty();
  }

  /** Tells whether an answer has come to the one who asked, and is recognized there. */
  private static boolean isBack(Flow flow, Journey back) {
    return back.ending().fate() == Fate.DELIVERED
        && back.ending().device().equals(flow.from())
        && back.packet().answers(flow.packet());
  }

  private List<Hop> hops(Flow flow, Journey journey, Optional<Journey> back) {
    List<Hop> hops = new ArrayList<>();
    for (Visit visit : journey.visits()) {
      int ttl = hops.size() + 1;
      hops.add(hop(ttl, visit, answer(flow, journey, ttl, back)));
    }
    boolean lastWasPassed = hops.isEmpty() || journey.visits().getLast().passedTtlCheck();
    boolean isAnswered = lastWasPassed && journey.ending().reply().isPresent();
    if (!journey.beyond().isEmpty() || isAnswered) {
      int ttl = hops.size() + 1;
      hops.add(
          new Hop(
              ttl,
              Optional.empty(),
              "",
              Optional.empty(),
              answer(flow, journey, ttl, back),
              journey.beyond(),
              journey.packet(),
              journey.packet()));
    }
    return hops;
  }

  private static Hop hop(int ttl, Visit visit, Optional<Answer> answer) {
    return new Hop(
        ttl,
        Optional.of(visit.device().id()),
        visit.device().name(),
        visit.in().ip(),
        answer,
        visit.steps(),
        visit.before(),
        visit.after());
  }

  private static Trace.ReturnPath returnPath(Flow flow, Journey back) {
    List<Hop> hops = new ArrayList<>();
    for (Visit visit : back.visits()) {
      hops.add(hop(hops.size() + 1, visit, Optional.empty()));
    }
    Ending ending = back.ending();
    boolean isLost = isLost(flow, back);
    return new Trace.ReturnPath(
        verdictOfAnswer(flow, back),
        isLost ? "The answer does not look like one to what was sent" : ending.reason().get(),
        ending.decidedBy(),
        hops);
  }

  /** How an answer ends: an arrival that nobody waits for is none. */
  static Verdict verdictOfAnswer(Flow flow, Journey back) {
    return isLost(flow, back) ? Verdict.UNKNOWN : back.ending().fate().verdict();
  }

  private static boolean isLost(Flow flow, Journey back) {
    return back.ending().fate() == Fate.DELIVERED && !isBack(flow, back);
  }

  /** Walks every combination of choices, depth first, up to a limit; the one taken is first. */
  private List<Path> paths(Flow flow, Path taken, boolean isOnly) {
    if (isOnly) {
      return List.of(taken);
    }
    Set<Path> paths = new LinkedHashSet<>(List.of(taken));
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
    Device from = fabric.device(flow.from());
    while (!open.isEmpty() && paths.size() < MOST_PATHS) {
      List<Integer> script = open.pop();
      ScriptedChooser chooser = new ScriptedChooser(script);
      Journey journey = new Walker(fabric, chooser, options, health).send(from, flow);
      paths.add(Paths.of(journey));
      for (int at = chooser.ways().size() - 1; at >= script.size(); at--) {
        for (int choice = chooser.ways().get(at) - 1; choice > 0; choice--) {
          List<Integer> other = new ArrayList<>(journey.decisions().subList(0, at));
          other.add(choice);
          open.push(other);
        }
      }
    }
    return List.copyOf(paths);
  }

  private List<String> assumptions(Journey journey, Optional<Journey> back) {
    Set<String> all = new LinkedHashSet<>(8);
    if (journey.packet().destination().ipv6()) {
      all.addAll(fabric.notesOn(Fabric.IPV6));
    }
    for (Journey each : back.map(answer -> List.of(journey, answer)).orElse(List.of(journey))) {
      List<String> subjects = new ArrayList<>(each.subjects());
      subjects.removeIf(subject -> fabric.notesOn(subject).isEmpty());
      subjects.stream().sorted().forEach(subject -> all.addAll(fabric.notesOn(subject)));
      each.assumptions().stream().sorted().forEach(all::add);
    }
    return List.copyOf(all);
  }
}
