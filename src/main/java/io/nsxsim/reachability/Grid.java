package io.nsxsim.reachability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Numbers by two numbers. Several threads may set one cell, if they set it to the same; a cell that
 * another thread has just set may still look unknown.
 */
final class Grid {

  static final int UNKNOWN = -1;

  /** Stands where one number would not do. */
  static final int VARIOUS = -2;

  private final AtomicReferenceArray<int[]> rows;

  Grid(int size) {
    this.rows = new AtomicReferenceArray<>(size);
  }

  int get(int row, int column) {
    int[] cells = rows.get(row);
    return cells == null ? UNKNOWN : cells[column];
  }

  void set(int row, int column, int value) {
    int[] cells = rows.get(row);
    if (cells == null) {
      int[] fresh = new int[rows.length()];
      Arrays.fill(fresh, UNKNOWN);
      rows.compareAndSet(row, null, fresh);
      cells = rows.get(row);
    }
    cells[column] = value;
  }

  /** A row for each number; one that nothing was set in is empty. */
  List<int[]> rows() {
    List<int[]> all = new ArrayList<>();
    for (int row = 0; row < rows.length(); row++) {
      int[] cells = rows.get(row);
      all.add(cells == null ? new int[0] : cells.clone());
    }
    return all;
  }
}
