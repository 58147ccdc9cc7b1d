package io.nsxsim.engine;

/**
 * Who makes a change.
 *
 * @param name is stamped on what is written
 * @param system whether it is NSX itself, which may set what clients cannot and owns what it makes
 * @param copying whether what another manager holds is copied, together with what only that manager
 *     could set, and with its owners
 */
public record Author(String name, boolean system, boolean copying) {

  /** NSX itself. */
  public static final Author SYSTEM = new Author("system", true, false);

  /** A client that is logged in. */
  public static Author client(String name) {
    return new Author(name, false, false);
  }

  /** A client that copies what another manager holds. */
  public static Author copying(String name) {
    return new Author(name, true, true);
  }
}
