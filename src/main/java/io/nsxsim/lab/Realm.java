package io.nsxsim.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the policy tree that an object lies in: everything, a project or a VPC. What lies in
 * a project or VPC means only machines of it.
 *
 * @param path of the project or VPC, or empty
 */
record Realm(String path) {

  private static final Pattern NARROW =
      Pattern.compile("(/orgs/[^/]+/projects/[^/]+(?:/vpcs/[^/]+)?)/.*");

  /** The realm that an object lies in. */
  static Realm of(String object) {
    Matcher matcher = NARROW.matcher(object);
    return new Realm(matcher.matches() ? matcher.group(1) : "");
  }

  /** Tells whether something lies in it. */
  boolean holds(String object) {
    return path.isEmpty() || object.startsWith(path + "/");
  }

  /** How narrow it is: 0 for everything, 1 for a project, 2 for a VPC. */
  int depth() {
    if (path.isEmpty()) {
      return 0;
    }
    return path.contains("/vpcs/") ? 2 : 1;
  }

  /** The project of a project or VPC, or empty. */
  String project() {
    int vpc = path.indexOf("/vpcs/");
    return vpc < 0 ? path : path.substring(0, vpc);
  }
}
