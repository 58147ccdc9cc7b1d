package io.nsxsim.catalogue;

import java.util.Set;
import java.util.stream.Stream;

/** Texts that hold numbers of networking. */
final class Numbers {

  private static final long LARGEST_AS = 0xFFFF_FFFFL;
  private static final int LARGEST_PART = 0xFFFF;
  private static final long LARGEST_COMMUNITY_PART = 65536;
  private static final Set<String> WELL_KNOWN_COMMUNITIES =
      Set.of("NO_EXPORT", "NO_ADVERTISE", "NO_EXPORT_SUBCONFED");

  private Numbers() {}

  /** A number from 0 to a largest one, or two of them with a dash between and not falling. */
  static boolean isRange(String text, int largest) {
    int dash = text.indexOf('-');
    int first = number(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : number(text.substring(dash + 1));
    return first >= 0 && first <= last && last <= largest;
  }

  private static int number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : -1;
  }

  /** An autonomous system, plain ({@code 65546}) or dotted ({@code 1.10}). */
  static boolean isAsNumber(String text) {
    if (text.matches("\\d{1,10}")) {
      long number = Long.parseLong(text);
      return number > 0 && number <= LARGEST_AS;
    }
    return text.matches("\\d{1,5}\\.\\d{1,5}")
        && parts(text, "\\.").allMatch(part -> part <= LARGEST_PART);
  }

  /**
   * A BGP community: two numbers, three for a large one, or a well-known name.
   *
   * <p>Source: the API reference on {@code CommunityList}, which counts to 65536.
   */
  static boolean isCommunity(String text) {
    if (WELL_KNOWN_COMMUNITIES.contains(text)) {
      return true;
    }
    if (!text.matches("\\d{1,10}(:\\d{1,10}){1,2}")) {
      return false;
    }
    boolean large = parts(text, ":").count() == 3;
    long largest = large ? LARGEST_AS : LARGEST_COMMUNITY_PART;
    return parts(text, ":").allMatch(part -> part <= largest);
  }

  private static Stream<Long> parts(String text, String separator) {
    return Stream.of(text.split(separator, -1)).map(Long::parseLong);
  }
}
