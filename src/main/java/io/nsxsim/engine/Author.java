package io.nsxsim.engine;

import tools.jackson.databind.JsonNode;

/**
 * Who makes a change.
 *
 * @param name is stamped on what is written
 * @param system whether it is NSX itself, which may set what clients cannot and owns what it makes
 * @param copying whether what another manager holds is copied, together with what only that manager
 *     could set, and with its owners
 * @param protecting whether what it makes is only its own to change
 * @param overwriting whether it changes what is another's own
 */
public record Author(
    String name, boolean system, boolean copying, boolean protecting, boolean overwriting) {

  private static final String PROTECTION = "_protection";

  /** What is written of the protection of an object that is its author's alone. */
  static final String PROTECTED = "REQUIRE_OVERRIDE";

  /** NSX itself. */
  public static final Author SYSTEM = new Author("system", true, false, false, false);

  /** A client that is logged in. */
  public static Author client(String name) {
    return new Author(name, false, false, false, false);
  }

  /** A client that copies what another manager holds. */
  public static Author copying(String name) {
    return new Author(name, true, true, false, false);
  }

  /** The same author, who protects what it makes. */
  public Author protectingItsOwn() {
    return new Author(name, system, copying, true, overwriting);
  }

  /** The same author, who changes what is another's own. */
  public Author overwritingOthers() {
    return new Author(name, system, copying, protecting, true);
  }

  /** What is written of the protection of an object that this author makes. */
  String protection() {
    return protecting ? PROTECTED : "NOT_PROTECTED";
  }

  /**
   * Tells whether an object may be changed or deleted: one that a protecting author has made only
   * by this author, and by those who overwrite.
   */
  boolean mayChange(JsonNode document) {
    return system
        || overwriting
        || !document.path(PROTECTION).asString("").equals(PROTECTED)
        || document.path("_create_user").asString("").equals(name);
  }
}
