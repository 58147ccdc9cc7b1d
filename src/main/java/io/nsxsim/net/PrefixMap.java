package io.nsxsim.net;

import java.util.Arrays;
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
    return new PrefixMap<>(new Table<>(values, false), new Table<>(values, true));
  }

  /** The value of the longest network that holds the address. */
  public Optional<V> longest(IpAddress address) {
    return Optional.ofNullable((address.ipv6() ? ipv6 : ipv4).longest(address));
  }

  /** Open addressing over the networks of one family. */
  private static final class Table<V> {

    private final @Nullable Cidr[] networks;
    private final @Nullable Object[] values;
    private final int[] lengths;

    Table(Map<Cidr, V> all, boolean ipv6) {
      int[] used =
          all.keySet().stream()
              .filter(network -> network.ipv6() == ipv6)
              .mapToInt(Cidr::length)
              .sorted()
              .toArray();
      int size = Math.max(4, Integer.highestOneBit(used.length * 2 + 1) * 2);
      this.networks = new Cidr[size];
      this.values = new Object[size];
      int[] distinct = Arrays.stream(used).distinct().toArray();
      this.lengths = new int[distinct.length];
      for (int i = 0; i < distinct.length; i++) {
        lengths[i] = distinct[distinct.length - 1 - i];
      }
      all.forEach((network, value) -> {
        if (network.ipv6() == ipv6) {
          put(network.network(), value);
        }
      });
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
