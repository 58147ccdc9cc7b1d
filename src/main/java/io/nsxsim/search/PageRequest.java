package io.nsxsim.search;

import io.nsxsim.search.index.Order;
import io.nsxsim.search.index.Position;
import java.util.Set;

/**
 * Which of the results are wanted, and how.
 *
 * @param size results on a page, 1 to 1000
 * @param fields the fields wanted of each result, or none for all
 */
public record PageRequest(Position from, int size, Order order, Set<String> fields) {

  /** NSX's page size, which is also its largest. */
  public static final int LARGEST = 1000;

  public PageRequest {
    fields = Set.copyOf(fields);
  }
}
