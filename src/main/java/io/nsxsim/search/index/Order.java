package io.nsxsim.search.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * What results are ordered by: fields that are not nested. Documents without a field come last;
 * those that are equal follow in the order of their paths.
 */
public record Order(List<String> fields, boolean ascending) {

  public Order {
    fields = List.copyOf(fields);
  }

  Sort sort() {
    List<SortField> sort = new ArrayList<>();
    for (String field : fields) {
      SortField each = new SortField(Names.order(field), SortField.Type.STRING, !ascending);
      each.setMissingValue(SortField.STRING_LAST);
      sort.add(each);
    }
    sort.add(
        new SortField(Names.ORDER_OF_KEY, SortField.Type.STRING, fields.isEmpty() && !ascending));
    return new Sort(sort.toArray(new SortField[0]));
  }
}
