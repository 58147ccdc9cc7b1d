package io.nsxsim.inventory.table;

/**
 * A row as a value.
 *
 * @param document JSON of the record that the key's kind names
 */
record PartRow(PartKey key, String document) {

  /** A row of the columns kind, owner, id and document. */
  static PartRow of(Object[] columns) {
    PartKind kind = PartKind.valueOf((String) columns[0]);
    return new PartRow(
        new PartKey(kind, (String) columns[1], (String) columns[2]), (String) columns[3]);
  }
}
