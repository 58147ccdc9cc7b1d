package io.nsxsim.reachability;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The addresses of endpoints in ascending order, so that a range of them is found at once. */
final class AddressIndex {

  private final List<Entry> entries = new ArrayList<>();

  /** An address of an endpoint, which is told by its number. */
  record Entry(IpAddress address, int item) {}

  AddressIndex(List<Endpoint> endpoints) {
    for (int item = 0; item < endpoints.size(); item++) {
      for (IpAddress address : endpoints.get(item).addresses()) {
        entries.add(new Entry(address, item));
      }
    }
    entries.sort(Comparator.comparing(Entry::address).thenComparing(Entry::item));
  }

  /** The entries of the addresses in a range. */
  List<Entry> in(AddressRange range) {
    int start = firstFrom(range.first());
    int end = start;
    while (end < entries.size()
        && entries.get(end).address().compareTo(range.last()) <= 0
        && entries.get(end).address().ipv6() == range.last().ipv6()) {
      end++;
    }
    return entries.subList(start, end);
  }

  /** Labels of the endpoints with addresses in a set: which of them are. */
  Map<Integer, Object> members(AddressSet set) {
    return labels(set.ranges(), (item, address) -> address.ipv6());
  }

  /** Labels of the endpoints with addresses in ranges; each address adds to its endpoint's. */
  Map<Integer, Object> labels(
      Collection<AddressRange> ranges, BiFunction<Integer, IpAddress, Object> label) {
    Map<Integer, Object> labels = new HashMap<>();
    for (AddressRange range : ranges) {
      for (Entry entry : in(range)) {
        Object one = label.apply(entry.item(), entry.address());
        labels.merge(entry.item(), List.of(entry.address().ipv6(), one), List::of);
      }
    }
    return labels;
  }

  private int firstFrom(IpAddress address) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).address().compareTo(address) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
