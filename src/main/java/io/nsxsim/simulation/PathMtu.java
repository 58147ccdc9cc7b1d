package io.nsxsim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long packets may be on a path, found as {@code tracepath} finds it: probes that must not be
 * fragmented (RFC 1191, RFC 8201), shorter after each answer that says how long they may be.
 *
 * @param local the bytes that the sender's own interface takes
 * @param mtu the bytes that get through as far as the probes came
 * @param blackHole what a packet of {@code mtu} bytes is too long for although no answer says so
 */
public record PathMtu(int local, int mtu, List<Line> lines, End end, Optional<Trace> blackHole) {

  private static final int SOURCE_PORT = 40000;
  private static final int FIRST_PORT = 44444; // where tracepath starts
  private static final int LEAST = 68;

  /**
   * One probe.
   *
   * @param answer empty for silence
   * @param learned the new limit, where the answer says one
   */
  public record Line(int ttl, Optional<Answer> answer, Optional<Integer> learned) {}

  /** Why it stopped. */
  public enum End {
    /** The destination answered. */
    REACHED,
    /** Something on the way answered that it goes no further. */
    UNREACHABLE,
    /** The last of the hops is used up. */
    TOO_MANY_HOPS
  }

  public PathMtu {
    lines = List.copyOf(lines);
  }

  /**
   * Sends probes of growing TTL.
   *
   * @param local bytes to begin with
   * @param maxHops from 1
   */
  public static PathMtu run(Tracer tracer, Flow flow, int local, int maxHops) {
    List<Line> lines = new ArrayList<>();
    int mtu = local;
    for (int ttl = 1; ttl <= maxHops; ttl++) {
      Optional<Answer> answer = tracer.probe(probe(flow, mtu), ttl);
      while (answer.filter(PathMtu::isLimit).isPresent() && answer.get().mtu() < mtu) {
        mtu = Math.max(LEAST, answer.get().mtu());
        lines.add(new Line(ttl, answer, Optional.of(mtu)));
        answer = tracer.probe(probe(flow, mtu), ttl);
      }
      lines.add(new Line(ttl, answer, Optional.empty()));
      if (answer.filter(each -> each.kind().isLast()).isPresent()) {
        End end = isArrival(answer.get()) ? End.REACHED : End.UNREACHABLE;
        return new PathMtu(local, mtu, lines, end, Optional.empty());
      }
    }
    Optional<Trace> silent =
        Optional.of(tracer.trace(probe(flow, mtu)))
            .filter(trace -> trace.fate() == Fate.FRAG_NEEDED);
    return new PathMtu(local, mtu, lines, End.TOO_MANY_HOPS, silent);
  }

  private static Flow probe(Flow flow, int bytes) {
    return flow.withPorts(SOURCE_PORT, FIRST_PORT).withSize(bytes, true);
  }

  private static boolean isLimit(Answer answer) {
    return answer.kind() == AnswerKind.FRAG_NEEDED;
  }

  private static boolean isArrival(Answer answer) {
    return answer.kind() == AnswerKind.REPLY || answer.kind() == AnswerKind.PORT_UNREACHABLE;
  }

  /** The last TTL that was probed. */
  public int hops() {
    return lines.getLast().ttl();
  }
}
