package io.nsxsim.simulation;

import io.nsxsim.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a traceroute learns.
 *
 * @param lines one for each TTL, from 1
 */
public record Traceroute(List<Line> lines) {

  /** Where UDP probes start, as in every traceroute. */
  public static final int FIRST_PORT = 33434;

  private static final int SOURCE_PORT = 40000;

  /** The answers to the probes of one TTL; an empty one is a star. */
  public record Line(int ttl, List<Optional<Answer>> probes) {
    public Line {
      probes = List.copyOf(probes);
    }
  }

  /** Which traceroute it is; they stop at an error under different conditions. */
  public enum Style {
    LINUX,
    BUSYBOX
  }

  /**
   * What to send.
   *
   * @param flow without ports
   * @param port the fixed destination port; without one, UDP counts up from {@link #FIRST_PORT} and
   *     TCP uses 80
   * @param maxHops from 1
   * @param queries probes of each TTL, from 1
   */
  public record Request(Flow flow, Optional<Integer> port, int maxHops, int queries, Style style) {}

  public Traceroute {
    lines = List.copyOf(lines);
  }

  /** Sends probes of growing TTL until one arrives or can get no further. */
  public static Traceroute run(Tracer tracer, Request request) {
    List<Line> lines = new ArrayList<>();
    int sent = 0;
    for (int ttl = 1; ttl <= request.maxHops(); ttl++) {
      List<Optional<Answer>> probes = new ArrayList<>();
      for (int query = 0; query < request.queries(); query++) {
        probes.add(tracer.probe(probe(request, sent++), ttl));
      }
      lines.add(new Line(ttl, probes));
      if (isLast(probes, request)) {
        break;
      }
    }
    return new Traceroute(lines);
  }

  /** UDP probes differ in their destination port, TCP probes in their source port. */
  private static Flow probe(Request request, int number) {
    Flow flow = request.flow();
    return flow.protocol() == Protocol.UDP
        ? flow.withPorts(SOURCE_PORT, request.port().orElse(FIRST_PORT + number))
        : flow.withPorts(SOURCE_PORT + number, request.port().orElse(80));
  }

  /** Busybox goes on while all but one of the probes get through without an error. */
  private static boolean isLast(List<Optional<Answer>> probes, Request request) {
    long last = probes.stream().flatMap(Optional::stream).filter(a -> a.kind().isLast()).count();
    long errors =
        probes.stream()
            .flatMap(Optional::stream)
            .filter(answer -> !answer.kind().mark().isEmpty())
            .count();
    return request.style() == Style.LINUX
        ? last > 0
        : last > errors || errors > 0 && errors >= request.queries() - 1;
  }
}
