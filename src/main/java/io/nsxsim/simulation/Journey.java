package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One packet's way: where it has been, what is remembered of it, how it ended. */
final class Journey {

  private static final String DEVICE_ITSELF = "";

  private final List<Visit> visits = new ArrayList<>();
  private final List<Session> sessions;
  private List<Step> onTheWay = new ArrayList<>();
  private final List<Integer> decisions = new ArrayList<>(2);
  private final List<String> assumptions = new ArrayList<>(2);
  private final List<String> subjects = new ArrayList<>();
  private Packet packet;
  private Optional<Ending> ending = Optional.empty();
  private int loopStart = -1;
  private int restart = -1;
  private Optional<String> doubt = Optional.empty();
  private final Optional<Device> meant;

  /**
   * A journey that has not begun.
   *
   * @param meant the device that it is to end at, if not at any that has the address
   */
  Journey(Packet packet, List<Session> known, Optional<Device> meant) {
    this.packet = packet;
    this.meant = meant;
    this.sessions = new ArrayList<>(known);
  }

  Packet packet() {
    return packet;
  }

  /** Replaces the headers, from here on. */
  void become(Packet changed) {
    packet = changed;
    if (onTheWay.isEmpty() && !visits.isEmpty()) {
      visits.getLast().now(changed);
    }
  }

  /** Opens a visit, or finds that the same packet has been there before and ends. */
  Visit arrive(Device device, Interface in) {
    for (int i = 0; i < visits.size(); i++) {
      Visit earlier = visits.get(i);
      if (earlier.in().isSameAs(in) && earlier.before().isLike(packet)) {
        loopStart = i;
        end(
            Fate.LOOP,
            device.id(),
            lastRoute(),
            () -> device.name() + " gets it again",
            Optional.empty());
        return earlier;
      }
    }
    Visit visit = new Visit(device, in, packet, onTheWay);
    onTheWay = new ArrayList<>(4);
    visits.add(visit);
    subjects.add(device.id());
    add(new Step.Received(in));
    return visit;
  }

  /** Marks that the packet has left the device of the last visit. */
  void depart(Interface out) {
    if (!visits.isEmpty()) {
      visits.getLast().leave(out);
    }
    onTheWay.add(new Step.Crossed(out));
    subjects.add(out.link());
  }

  void add(Step step) {
    if (onTheWay.isEmpty() && !visits.isEmpty()) {
      visits.getLast().add(step);
    } else {
      onTheWay.add(step);
    }
  }

  void end(
      Fate fate,
      String device,
      Optional<PolicyPath> by,
      Supplier<String> reason,
      Optional<Reply> reply) {
    if (fate == Fate.DELIVERED && meant.filter(to -> !to.id().equals(device)).isPresent()) {
      String other = meant.get().name();
      end(Fate.OTHER_HOST, device, by, () -> reason.get() + ", not " + other, Optional.empty());
      return;
    }
    add(new Step.Ended(fate, by, reason));
    boolean wouldArrive = fate == Fate.DELIVERED || fate == Fate.LEFT_NETWORK;
    ending =
        Optional.of(
            doubt.isPresent() && wouldArrive
                ? new Ending(Fate.UNDECIDED, device, by, doubt::get, reply)
                : new Ending(fate, device, by, reason, reply));
  }

  boolean hasEnded() {
    return ending.isPresent();
  }

  Ending ending() {
    return ending.orElseThrow(() -> new IllegalStateException("The packet is still on its way"));
  }

  /** Notes at a gateway how the packet came in and how it goes on. */
  void remember(Device device, Packet inner, Packet outer) {
    sessions.add(new Session(device.id(), DEVICE_ITSELF, inner, outer));
  }

  /** Notes at a network card that the packet was let through. */
  void remember(Interface card, Packet passed) {
    sessions.add(new Session(card.device(), card.name(), passed, passed));
  }

  /** The session at a device that a packet answers, the newest first. */
  Optional<Session> session(Device device, Packet answer) {
    return session(device, answer, sessions.size());
  }

  /** The same among the oldest so many. */
  Optional<Session> session(Device device, Packet answer, int oldest) {
    return session(device.id(), DEVICE_ITSELF, answer, oldest);
  }

  /** The session at a network card that a packet answers. */
  Optional<Session> session(Interface card, Packet answer) {
    return session(card.device(), card.name(), answer, sessions.size());
  }

  private Optional<Session> session(String device, String card, Packet answer, int oldest) {
    for (int i = oldest - 1; i >= 0; i--) {
      Session session = sessions.get(i);
      if (session.isFor(device, card, answer)) {
        return Optional.of(session);
      }
    }
    return Optional.empty();
  }

  /** The sessions so far; more may be added behind these. */
  List<Session> sessions() {
    return Collections.unmodifiableList(sessions);
  }

  void decided(int choice) {
    decisions.add(choice);
  }

  List<Integer> decisions() {
    return List.copyOf(decisions);
  }

  void assume(String text) {
    assumptions.add(text);
  }

  /** Notes that it may go otherwise than it is walked; what would arrive has no verdict then. */
  void doubt(String text) {
    assume(text);
    doubt = doubt.or(() -> Optional.of(text));
  }

  void consult(String subject) {
    subjects.add(subject);
  }

  Set<String> assumptions() {
    return new LinkedHashSet<>(assumptions);
  }

  /** Devices, links and firewalls that the packet has met. */
  Set<String> subjects() {
    return new LinkedHashSet<>(subjects);
  }

  List<Visit> visits() {
    return Collections.unmodifiableList(visits);
  }

  /** Steps after the last visit: on a link whose other end the packet did not reach. */
  List<Step> beyond() {
    return Collections.unmodifiableList(onTheWay);
  }

  /** Notes that the device of this visit sends on with a time to live of its own. */
  void restartTtl() {
    packet = packet.withTtl(Flow.TTL);
    if (restart < 0) {
      restart = visits.size();
    }
  }

  /** The visit of a packet that lives for so many devices; goes round where there is a loop. */
  Optional<Visit> visit(int number) {
    if (restart >= 0 && number > restart) {
      return Optional.of(visits.get(restart - 1));
    }
    if (number <= visits.size()) {
      return Optional.of(visits.get(number - 1));
    }
    if (loopStart < 0) {
      return Optional.empty();
    }
    int length = visits.size() - loopStart;
    return Optional.of(visits.get(loopStart + (number - 1 - loopStart) % length));
  }

  private Optional<PolicyPath> lastRoute() {
    return visits.stream()
        .flatMap(visit -> visit.steps().stream())
        .filter(step -> step.kind() == Step.Kind.ROUTE)
        .flatMap(step -> step.path().stream())
        .reduce((first, second) -> second);
  }
}
