package io.nsxsim.net;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values by network, found by the longest prefix that holds an address: one hash lookup for each
 * prefix length in use, however many networks there are.
 */
public final class PrefixMap<V> {

  private final Map<Long, V> values;
  private final long lengths;

  private PrefixMap(Map<Long, V> values, long lengths) {
    this.values = values;
    this.lengths = lengths;
  }

  /** Keeps a copy of the values; host bits of the networks do not matter. */
  public static <V> PrefixMap<V> of(Map<Cidr, V> values) {
    Map<Long, V> byKey = HashMap.newHashMap(values.size());
    long lengths = 0;
    for (Map.Entry<Cidr, V> entry : values.entrySet()) {
      int length = entry.getKey().length();
      byKey.put(key(entry.getKey().address().bits(), length), entry.getValue());
      lengths |= 1L << length;
    }
    return new PrefixMap<>(byKey, lengths);
  }

  /** The value of the longest network that holds the address. */
  public Optional<V> longest(Ipv4 address) {
    long left = lengths;
    while (left != 0) {
      int length = 63 - Long.numberOfLeadingZeros(left);
      V value = values.get(key(address.bits(), length));
      if (value != null) {
        return Optional.of(value);
      }
      left &= ~(1L << length);
    }
    return Optional.empty();
  }

  private static long key(int bits, int length) {
    long mask = length == 0 ? 0 : -1L << (32 - length);
    return (Integer.toUnsignedLong(bits) & mask) << 6 | length;
  }
}
