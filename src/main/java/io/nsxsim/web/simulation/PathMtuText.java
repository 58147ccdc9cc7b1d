package io.nsxsim.web.simulation;

import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.PathMtu;
import java.util.Locale;
import java.util.Optional;

/** Prints what {@code tracepath -n} shows; times are made up, always the same ones. */
final class PathMtuText {

  private PathMtuText() {}

  static String print(PathMtu found) {
    StringBuilder text = new StringBuilder();
    text.append(" 1?: %-39s pmtu %d\n".formatted("[LOCALHOST]", found.local()));
    for (int i = 0; i < found.lines().size(); i++) {
      text.append(line(found.lines().get(i), i)).append('\n');
    }
    text.append(
        found.end() == PathMtu.End.TOO_MANY_HOPS
            ? "     Too many hops: pmtu %d\n".formatted(found.mtu())
            : "");
    return text.append("     Resume: pmtu %d ".formatted(found.mtu()))
        .append(
            found.end() == PathMtu.End.REACHED
                ? "hops %d back %d \n".formatted(found.hops(), found.hops())
                : "\n")
        .toString();
  }

  private static String line(PathMtu.Line line, int number) {
    if (line.answer().isEmpty()) {
      return "%2d:  no reply".formatted(line.ttl());
    }
    Answer answer = line.answer().get();
    String time = String.format(Locale.ROOT, "%.3f", 0.2 + 0.15 * line.ttl() + 0.007 * number);
    return "%2d:  %-39s %9sms %s"
        .formatted(line.ttl(), answer.from(), time, mark(answer, line.learned()));
  }

  private static String mark(Answer answer, Optional<Integer> learned) {
    if (learned.isPresent()) {
      return "pmtu " + learned.get();
    }
    return switch (answer.kind()) {
      case REPLY, PORT_UNREACHABLE -> "reached";
      case NETWORK_UNREACHABLE -> "!N";
      case HOST_UNREACHABLE -> "!H";
      case PROHIBITED -> "!A";
      case TIME_EXCEEDED, FRAG_NEEDED -> "";
    };
  }
}
