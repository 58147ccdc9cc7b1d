package io.nsxsim.web.simulation;

import io.nsxsim.simulation.AnswerKind;
import io.nsxsim.simulation.Flow;
import java.util.Locale;

/** Prints a ping as a Linux terminal shows it; times are made up, always the same ones. */
final class PingText {

  private static final int DATA = 56;
  private static final int HEADERS = 28;
  private static final int ICMP_HEADER = 8;

  private PingText() {}

  static String print(String name, Flow flow, PingAnswer answer) {
    StringBuilder text = new StringBuilder();
    text.append(
        "PING %s (%s) %d(%d) bytes of data.\n"
            .formatted(name, flow.destination(), DATA, DATA + HEADERS));
    for (int number = 1; number <= answer.transmitted(); number++) {
      text.append(line(answer, number));
    }
    int lost = answer.transmitted() - answer.received();
    String errors = answer.answer() == null || answer.received() > 0 ? "" : errors(answer);
    return text.append("\n--- %s ping statistics ---\n".formatted(name))
        .append(
            "%d packets transmitted, %d received, "
                .formatted(answer.transmitted(), answer.received()))
        .append("%s%d%% packet loss\n".formatted(errors, 100 * lost / answer.transmitted()))
        .toString();
  }

  private static String errors(PingAnswer answer) {
    return "+%d errors, ".formatted(answer.transmitted());
  }

  private static String line(PingAnswer answer, int number) {
    if (answer.answer() == null) {
      return "";
    }
    if (answer.received() > 0) {
      return "%d bytes from %s: icmp_seq=%d ttl=%d time=%s ms\n"
          .formatted(
              DATA + ICMP_HEADER, answer.answeredBy(), number, answer.ttl(), time(answer, number));
    }
    return "From %s icmp_seq=%d %s\n"
        .formatted(answer.answeredBy(), number, words(AnswerKind.valueOf(answer.answer())));
  }

  private static String words(AnswerKind kind) {
    return switch (kind) {
      case TIME_EXCEEDED -> "Time to live exceeded";
      case PORT_UNREACHABLE -> "Destination Port Unreachable";
      case NETWORK_UNREACHABLE -> "Destination Net Unreachable";
      case HOST_UNREACHABLE -> "Destination Host Unreachable";
      case PROHIBITED -> "Packet filtered";
      case FRAG_NEEDED -> "Frag needed and DF set";
      case REPLY -> "";
    };
  }

  private static String time(PingAnswer answer, int number) {
    double hops = 64 - answer.ttl() + 1;
    return String.format(Locale.ROOT, "%.3f", 0.2 + 0.12 * hops + 0.01 * (number * 7 % 10));
  }
}
