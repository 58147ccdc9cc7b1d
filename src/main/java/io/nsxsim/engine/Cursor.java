package io.nsxsim.engine;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a collection ended.
 *
 * @param key what the last object was ordered by; absent where that was its path
 * @param path the path of the last object
 */
record Cursor(Optional<String> key, String path) {

  private static final char BETWEEN = '\n';

  /**
   * Reads what {@link #text} wrote; refuses what is none, and one of another list.
   *
   * @param keyed whether the list is ordered by anything but paths
   */
  static Cursor read(String text, PolicyPath collection, boolean keyed) {
    String position = decode(text);
    int cut = position.lastIndexOf(BETWEEN);
    String path = position.substring(cut + 1);
    if (cut >= 0 != keyed || !path.startsWith(collection.value() + "/")) {
      throw refusal(text);
    }
    return new Cursor(keyed ? Optional.of(position.substring(0, cut)) : Optional.empty(), path);
  }

  /** The cursor as clients get it. */
  String text() {
    String position = key.map(by -> by + BETWEEN).orElse("") + path;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refusal(text);
    }
  }

  private static Refusal refusal(String text) {
    return new Refusal(
        Reason.INVALID_PARAMETER, "The cursor " + text + " is none that this list has given.");
  }
}
