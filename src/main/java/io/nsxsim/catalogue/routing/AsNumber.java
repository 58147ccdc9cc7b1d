package io.nsxsim.catalogue.routing;

/** Autonomous system numbers in plain ({@code 65546}) and dotted ({@code 1.10}) notation. */
final class AsNumber {

  private static final long LARGEST = 0xFFFF_FFFFL;
  private static final int LARGEST_PART = 0xFFFF;

  private AsNumber() {}

  /** Tells whether a text is a number that a router can have. */
  static boolean isValid(String text) {
    if (text.matches("\\d{1,10}")) {
      long number = Long.parseLong(text);
      return number > 0 && number <= LARGEST;
    }
    return text.matches("\\d{1,5}\\.\\d{1,5}")
        && part(text.substring(0, text.indexOf('.')))
        && part(text.substring(text.indexOf('.') + 1));
  }

  private static boolean part(String digits) {
    return Integer.parseInt(digits) <= LARGEST_PART;
  }
}
