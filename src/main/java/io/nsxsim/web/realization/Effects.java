package io.nsxsim.web.realization;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.realization.Fault;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;

/** Reads and writes effects: {@code slow=5s}, {@code error}, {@code error=message}. */
final class Effects {

  private static final String MESSAGE = "Realization fails as requested.";

  private static final Duration LONGEST = Duration.ofDays(365);

  private Effects() {}

  /** Reads an effect; refuses everything else. */
  static Fault.Effect read(String text) {
    String[] parts = text.strip().split("\\s*=\\s*", 2);
    if (parts[0].equals("error")) {
      return new Fault.Failing(parts.length > 1 && !parts[1].isEmpty() ? parts[1] : MESSAGE);
    }
    if (parts[0].equals("slow") && parts.length > 1) {
      return new Fault.Slow(duration(parts[1], text));
    }
    throw refusal(text);
  }

  private static Duration duration(String text, String whole) {
    try {
      Duration duration = DurationStyle.detectAndParse(text);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Refused below, like a time that is negative or endless.
    }
    throw refusal(whole);
  }

  static String text(Fault.Effect effect) {
    return switch (effect) {
      case Fault.Slow slow -> "slow=" + slow.delay().toMillis() + "ms";
      case Fault.Failing failing -> "error=" + failing.message();
    };
  }

  private static Refusal refusal(String text) {
    return new Refusal(
        List.of(
            new Problem(
                Reason.INVALID_PARAMETER,
                "effect",
                "Expected slow=5s, error or error=message, found " + text)));
  }
}
