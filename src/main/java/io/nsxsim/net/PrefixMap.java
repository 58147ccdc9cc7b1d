package io.nsxsim.net;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values by network, found by the longest prefix that holds an address: one probe of a hash table
 * for each prefix length in use, however many networks there are.
 */
public final class PrefixMap<V> {

  private final Table<V> ipv4;
  private final Table<V> ipv6;

  private PrefixMap(Table<V> ipv4, Table<V> ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  /** Keeps a copy of the values; host bits of the networks do not matter. */
  public static <V> PrefixMap<V> of(Map<Cidr, V> values) {
    Map<Cidr, V> short4 = HashMap.newHashMap(values.size());
    Map<Cidr, V> long6 = new HashMap<>();
    values.forEach((network, value) -> (network.ipv6() ? long6 : short4).put(network, value));
    return new PrefixMap<>(Table.of(short4), Table.of(long6));
  }

  /** The value of the longest network that holds the address. */
  public Optional<V> longest(IpAddress address) {
    return Optional.ofNullable((address.ipv6() ? ipv6 : ipv4).longest(address));
  }

  /** Open addressing over the networks of one family. */
  private static final class Table<V> {

    private static final Table<?> EMPTY = new Table<>(Map.of());

    private final @Nullable Cidr[] networks;
    private final @Nullable Object[] values;
    private final int[] lengths;

    private Table(Map<Cidr, V> all) {
      BitSet used = new BitSet();
      all.keySet().forEach(network -> used.set(network.length()));
      this.lengths = new int[used.cardinality()];
      int at = lengths.length;
      for (int length = used.nextSetBit(0); length >= 0; length = used.nextSetBit(length + 1)) {
        at--;
        lengths[at] = length;
      }
      int size = Integer.highestOneBit(all.size() * 2 + 1) * 2;
      this.networks = new Cidr[size];
      this.values = new Object[size];
      all.forEach((network, value) -> put(network.network(), value));
    }

    @SuppressWarnings("unchecked")
    static <V> Table<V> of(Map<Cidr, V> all) {
      return all.isEmpty() ? (Table<V>) EMPTY : new Table<>(all);
    }

    private void put(Cidr network, V value) {
      int slot = slot(network.address(), network.length());
      while (networks[slot] != null && !network.equals(networks[slot])) {
        slot = slot + 1 & networks.length - 1;
      }
      networks[slot] = network;
      values[slot] = value;
    }

    @SuppressWarnings("unchecked")
    @Nullable V longest(IpAddress address) {
      for (int length : lengths) {
        int slot = slot(address.lowest(length), length);
        Cidr network = networks[slot];
        while (network != null) {
          if (network.length() == length && network.contains(address)) {
            return (V) values[slot];
          }
          slot = slot + 1 & networks.length - 1;
          network = networks[slot];
        }
      }
      return null;
    }

    private int slot(IpAddress first, int length) {
      int mixed = (first.hashCode() + length) * 0x9E3779B9;
      return (mixed ^ mixed >>> 16) & networks.length - 1;
    }
  }
}
