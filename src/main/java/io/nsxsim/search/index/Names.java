package io.nsxsim.search.index;

/**
 * The index's own fields; no field of a document can be named like them. A value of a document is
 * indexed under the document's name for it, in small letters.
 */
final class Names {

  /** What identifies a document: its path, or type and id of what has none. */
  static final String KEY = "#key";

  /** Where a document comes from, {@link #TREE} or {@link #INVENTORY}. */
  static final String ORIGIN = "#origin";

  static final String TREE = "tree";
  static final String INVENTORY = "inventory";

  /** All values, and the words in them. */
  static final String ALL = "#all";

  /** The names of the fields that have a value. */
  static final String FIELDS = "#fields";

  /** Scope and tag of each tag together. */
  static final String TAGS = "#tags";

  /** The document's JSON. */
  static final String SOURCE = "#source";

  private static final String NUMBER = "#number:";
  private static final String ORDER = "#order:";

  private Names() {}

  /** Where a field's numbers are. */
  static String number(String field) {
    return NUMBER + field;
  }

  /** What documents are ordered by when ordered by a field. */
  static String order(String field) {
    return ORDER + field;
  }

  /** Tells whether a field of the index holds the values of a document's field. */
  static boolean isOfDocument(String name) {
    return !name.startsWith("#");
  }
}
