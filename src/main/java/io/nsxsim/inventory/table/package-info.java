/**
 * The inventory's own tables. A part is one row: typed columns say which part it is, a JSON text
 * holds the rest. Nobody asks the database for less than the whole inventory, because questions go
 * to the value in memory; so a column per field would need a dozen tables and joins and would
 * answer nothing more. A pod is a row of its own, so that a change to one of many pods stays small.
 * A change is written as the difference of two inventories: rows are inserted and deleted, never
 * updated, in batches. The state row holds the version and is locked by a writer until its
 * transaction ends, which puts all writers in line. May use the records of {@code inventory}.
 */
@NullMarked
package io.nsxsim.inventory.table;

import org.jspecify.annotations.NullMarked;
