package io.nsxsim.datapath.tables;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a table says.
 *
 * @param heading fields beside the results
 * @param rows the results; of an answer that is no list, nothing
 * @param isList whether the answer is a list
 * @param lines the same for spreadsheets, empty where NSX has no such form
 */
public record Table(
    ObjectNode heading, List<ObjectNode> rows, boolean isList, List<ObjectNode> lines) {

  public Table {
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
  }

  static Table of(ObjectNode heading, List<ObjectNode> rows) {
    return new Table(heading, rows, true, List.of());
  }
}
