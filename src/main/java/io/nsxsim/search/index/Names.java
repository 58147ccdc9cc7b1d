package io.nsxsim.search.index;

/**
 * The fields of the index. There are few, because each costs time whenever documents are indexed:
 * the values of a document's many fields are terms of one field, each behind its own's name.
 */
final class Names {

  /** What identifies a document: its path, or type and id of what has none. */
  static final String KEY = "key";

  /** Where a document comes from, {@link #TREE} or {@link #INVENTORY}. */
  static final String ORIGIN = "origin";

  static final String TREE = "tree";
  static final String INVENTORY = "inventory";

  /** All values in small letters, behind the names of their fields. */
  static final String VALUES = "values";

  /** All numbers, behind the names of their fields. */
  static final String NUMBERS = "numbers";

  /** All values in small letters, and the words in them. */
  static final String ANYWHERE = "anywhere";

  /** The names of the fields that have a value. */
  static final String FIELDS = "fields";

  /** The document's JSON. */
  static final String SOURCE = "source";

  /** What documents are ordered by at last, {@link #KEY}; no field of theirs has this name. */
  static final String ORDER_OF_KEY = "order";

  private static final String ORDER = "order:";

  private Names() {}

  /** What documents are ordered by when ordered by a field. */
  static String order(String field) {
    return ORDER + field;
  }
}
