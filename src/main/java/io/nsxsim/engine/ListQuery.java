package io.nsxsim.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a collection is to be listed.
 *
 * @param cursor where the page before ended, as that page said
 * @param pageSize how many objects at most, 1 to 1000
 * @param sortBy the field to order by; by path when empty
 * @param ascending the direction
 * @param includedFields the fields to show; all when empty
 * @param parameters the other parameters of the request, of which a kind may take some as filters
 */
public record ListQuery(
    Optional<String> cursor,
    int pageSize,
    Optional<String> sortBy,
    boolean ascending,
    List<String> includedFields,
    Map<String, String> parameters) {

  /** NSX's page size, which is also its largest. */
  public static final int LARGEST_PAGE = 1000;

  /** Everything, on pages of the largest size. */
  public static final ListQuery ALL =
      new ListQuery(Optional.empty(), LARGEST_PAGE, Optional.empty(), true, List.of(), Map.of());
}
