package io.nsxsim.web.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.AnswerKind;
import io.nsxsim.simulation.Traceroute;
import io.nsxsim.topology.Directory;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints a traceroute as a terminal shows it. The times are made up: always the same for the same
 * question, growing with the distance.
 */
final class TracerouteText {

  private static final int BUSYBOX_PACKET = 46;
  private static final int LINUX_PACKET = 60;
  private static final int LINUX_IPV6_PACKET = 80;
  private static final int BUSYBOX_IPV6_PACKET = 66;
  private static final double ARP_TIMEOUT = 3000;

  private final Directory directory;
  private final Traceroute.Request request;
  private final StringBuilder text = new StringBuilder();

  private TracerouteText(Directory directory, Traceroute.Request request) {
    this.directory = directory;
    this.request = request;
  }

  /**
   * Prints it.
   *
   * @param name what was typed as destination
   */
  static String print(
      Directory directory, Traceroute.Request request, String name, Traceroute traceroute) {
    TracerouteText printed = new TracerouteText(directory, request);
    printed.header(name);
    traceroute.lines().forEach(printed::line);
    return printed.text.toString();
  }

  private void header(String name) {
    boolean busybox = request.style() == Traceroute.Style.BUSYBOX;
    text.append("traceroute to %s (%s), ".formatted(name, request.flow().destination()))
        .append("%d hops max, ".formatted(request.maxHops()))
        .append("%d byte packets\n".formatted(size(busybox)));
  }

  private int size(boolean busybox) {
    boolean ipv6 = request.flow().destination().ipv6();
    return busybox
        ? ipv6 ? BUSYBOX_IPV6_PACKET : BUSYBOX_PACKET
        : ipv6 ? LINUX_IPV6_PACKET : LINUX_PACKET;
  }

  private void line(Traceroute.Line line) {
    text.append("%2d ".formatted(line.ttl()));
    Optional<IpAddress> shown = Optional.empty();
    for (int query = 0; query < line.probes().size(); query++) {
      Optional<Answer> answer = line.probes().get(query);
      if (answer.isEmpty()) {
        text.append(" *");
        continue;
      }
      if (!shown.equals(Optional.of(answer.get().from()))) {
        shown = Optional.of(answer.get().from());
        text.append(" %s (%s)".formatted(name(answer.get().from()), answer.get().from()));
      }
      text.append("  %s ms".formatted(time(answer.get(), line.ttl(), query)));
      if (!answer.get().kind().mark().isEmpty()) {
        text.append(' ').append(answer.get().kind().mark());
      }
    }
    text.append('\n');
  }

  private String name(IpAddress address) {
    return directory.dnsName(address).orElseGet(address::toString);
  }

  /** Some tenths of a millisecond for each hop, the first probe a little slower than the others. */
  private String time(Answer answer, int ttl, int query) {
    int seed = (answer.from().folded() * 31 + ttl) * 31 + query;
    double jitter = Math.floorMod(seed * 0x9E3779B9 >>> 8, 1000) / 1000.0;
    double distance = 0.12 * ttl * (1 + 0.35 * Math.max(0, ttl - 4));
    double wait = answer.kind() == AnswerKind.HOST_UNREACHABLE ? ARP_TIMEOUT : 0;
    double first = query == 0 ? 0.15 : 0;
    return String.format(Locale.ROOT, "%.3f", wait + distance + first + 0.1 * jitter);
  }
}
