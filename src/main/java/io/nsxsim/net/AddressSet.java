package io.nsxsim.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A set of addresses as sorted, disjoint ranges; membership is a binary search. */
public final class AddressSet {

  /** No address. */
  public static final AddressSet NONE = new AddressSet(List.of());

  /** Every address. */
  public static final AddressSet ANY =
      of(List.of(AddressRange.of(Cidr.ALL_IPV4), AddressRange.of(Cidr.ALL_IPV6)));

  private final List<AddressRange> ranges;

  private AddressSet(List<AddressRange> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** The addresses of all the ranges, which may overlap and come in any order. */
  public static AddressSet of(Collection<AddressRange> ranges) {
    AddressRange[] sorted = ranges.toArray(AddressRange[]::new);
    Arrays.sort(sorted);
    List<AddressRange> merged = new ArrayList<>(sorted.length);
    for (AddressRange range : sorted) {
      append(merged, range);
    }
    return new AddressSet(merged);
  }

  /** One network. */
  public static AddressSet of(Cidr network) {
    return of(List.of(AddressRange.of(network)));
  }

  /** Tells whether the address is in the set. */
  public boolean contains(IpAddress address) {
    int at = rangeBefore(address);
    return at >= 0 && ranges.get(at).last().compareTo(address) >= 0;
  }

  /** Tells whether all addresses of the other set are in this one. */
  public boolean containsAll(AddressSet other) {
    for (AddressRange range : other.ranges) {
      int at = rangeBefore(range.first());
      if (at < 0 || ranges.get(at).last().compareTo(range.last()) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether no address is in both sets. */
  public boolean isDisjointFrom(AddressSet other) {
    for (AddressRange range : other.ranges) {
      int at = rangeBefore(range.last());
      if (at >= 0 && ranges.get(at).last().compareTo(range.first()) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The addresses that are in this set or the other. */
  public AddressSet union(AddressSet other) {
    return of(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
  }

  /** The addresses that are in both sets. */
  public AddressSet intersection(AddressSet other) {
    List<AddressRange> common = new ArrayList<>();
    for (AddressRange mine : ranges) {
      for (AddressRange theirs : other.ranges) {
        IpAddress first = max(mine.first(), theirs.first());
        IpAddress last = min(mine.last(), theirs.last());
        if (first.ipv6() == last.ipv6() && first.compareTo(last) <= 0) {
          common.add(new AddressRange(first, last));
        }
      }
    }
    return of(common);
  }

  /** The ranges in ascending order; no two touch or overlap. */
  public List<AddressRange> ranges() {
    return ranges;
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** How many addresses there are, at most {@link Long#MAX_VALUE}. */
  public long size() {
    long size = 0;
    for (AddressRange range : ranges) {
      size += range.size();
      if (size < 0 || range.size() == Long.MAX_VALUE) {
        return Long.MAX_VALUE;
      }
    }
    return size;
  }

  /** The address at a position, counted from 0 in ascending order. */
  public IpAddress at(long position) {
    long left = position;
    for (AddressRange range : ranges) {
      if (left < range.size()) {
        return range.first().plus(left);
      }
      left -= range.size();
    }
    throw new IndexOutOfBoundsException("No address at " + position + " of " + size());
  }

  /** The position of an address of the set, counted from 0 in ascending order. */
  public long positionOf(IpAddress address) {
    long before = 0;
    for (AddressRange range : ranges) {
      if (range.first().compareTo(address) <= 0 && range.last().compareTo(address) >= 0) {
        return before + address.minus(range.first());
      }
      before += range.size();
    }
    throw new IllegalArgumentException("Not in the set: " + address);
  }

  /** The fewest networks that hold exactly these addresses. */
  public List<Cidr> networks() {
    List<Cidr> networks = new ArrayList<>();
    for (AddressRange range : ranges) {
      Cidr network = largest(range.first(), range.last());
      networks.add(network);
      while (network.last().compareTo(range.last()) < 0) {
        network = largest(network.last().plus(1), range.last());
        networks.add(network);
      }
    }
    return List.copyOf(networks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressSet set && set.ranges.equals(ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  @Override
  public String toString() {
    return networks().toString();
  }

  private int rangeBefore(IpAddress address) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).first().compareTo(address) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** The largest network that begins at an address and goes no further than another. */
  private static Cidr largest(IpAddress start, IpAddress end) {
    int length = start.width() - start.trailingZeros();
    Cidr network = new Cidr(start, length);
    while (network.last().compareTo(end) > 0) {
      length++;
      network = new Cidr(start, length);
    }
    return network;
  }

  private static void append(List<AddressRange> merged, AddressRange range) {
    AddressRange previous = merged.isEmpty() ? null : merged.getLast();
    if (previous == null || !touches(previous, range)) {
      merged.add(range);
    } else if (previous.last().compareTo(range.last()) < 0) {
      merged.set(merged.size() - 1, new AddressRange(previous.first(), range.last()));
    }
  }

  /** Tells whether a range begins within another or right behind it. */
  private static boolean touches(AddressRange previous, AddressRange range) {
    return previous.first().ipv6() == range.first().ipv6()
        && (range.first().compareTo(previous.last()) <= 0
            || range.first().minus(previous.last()) == 1);
  }

  private static IpAddress max(IpAddress one, IpAddress other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static IpAddress min(IpAddress one, IpAddress other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
