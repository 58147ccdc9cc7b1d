package io.nsxsim.path;

import java.util.List;

/**
 * The path of an object in the policy tree, such as {@code /infra/tier-1s/web}.
 *
 * @param value begins with a slash, has no empty segment and does not end in a slash
 */
public record PolicyPath(String value) implements Comparable<PolicyPath> {

  public PolicyPath {
    if (value.length() < 2
        || value.charAt(0) != '/'
        || value.charAt(value.length() - 1) == '/'
        || value.contains("//")) {
      throw new IllegalArgumentException("Not a policy path: " + value);
    }
  }

  /** Tells whether a text has the shape of a policy path. */
  public static boolean isPolicyPath(String text) {
    return text.length() > 1
        && text.charAt(0) == '/'
        && text.charAt(text.length() - 1) != '/'
        && !text.contains("//");
  }

  /** Joins segments to a path. */
  public static PolicyPath of(List<String> segments) {
    return new PolicyPath("/" + String.join("/", segments));
  }

  /** The parts between the slashes, in order. */
  public List<String> segments() {
    return List.of(value.substring(1).split("/"));
  }

  /** The last segment: the id of an item, the name of a singleton. */
  public String id() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The path of something below this one; {@code relative} has no leading slash. */
  public PolicyPath child(String relative) {
    return new PolicyPath(value + "/" + relative);
  }

  /** Tells whether {@code other} lies strictly below this path. */
  public boolean isAbove(PolicyPath other) {
    return other.value.length() > value.length()
        && other.value.charAt(value.length()) == '/'
        && other.value.startsWith(value);
  }

  @Override
  public int compareTo(PolicyPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
