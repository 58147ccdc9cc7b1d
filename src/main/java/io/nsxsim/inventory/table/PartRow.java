package io.nsxsim.inventory.table;

/**
 * A row as a value.
 *
 * @param document JSON of the record that the key's kind names
 */
record PartRow(PartKey key, String document) {}
