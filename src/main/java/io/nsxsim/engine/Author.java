package io.nsxsim.engine;

/**
 * Who makes a change.
 *
 * @param name is stamped on what is written
 * @param system whether it is NSX itself, which may set what clients cannot and owns what it makes
 */
public record Author(String name, boolean system) {

  /** NSX itself. */
  public static final Author SYSTEM = new Author("system", true);

  /** A client that is logged in. */
  public static Author client(String name) {
    return new Author(name, false);
  }
}
