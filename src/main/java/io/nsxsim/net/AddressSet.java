package io.nsxsim.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A set of addresses as sorted, disjoint ranges; membership is a binary search. */
public final class AddressSet {

  /** No address. */
  public static final AddressSet NONE = new AddressSet(List.of());

  /** Every address. */
  public static final AddressSet ANY = of(List.of(AddressRange.of(Cidr.ALL)));

  private final List<AddressRange> ranges;
  private final long[] starts;

  private AddressSet(List<AddressRange> ranges) {
    this.ranges = List.copyOf(ranges);
    this.starts = ranges.stream().mapToLong(range -> range.first().toLong()).toArray();
  }

  /** The addresses of all the ranges, which may overlap and come in any order. */
  public static AddressSet of(Collection<AddressRange> ranges) {
    List<AddressRange> merged = new ArrayList<>();
    ranges.stream()
        .sorted(Comparator.comparing(AddressRange::first).thenComparing(AddressRange::last))
        .forEach(range -> append(merged, range));
    return new AddressSet(merged);
  }

  /** One network. */
  public static AddressSet of(Cidr network) {
    return of(List.of(AddressRange.of(network)));
  }

  /** Tells whether the address is in the set. */
  public boolean contains(Ipv4 address) {
    int at = rangeBefore(address.toLong());
    return at >= 0 && ranges.get(at).last().compareTo(address) >= 0;
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
        Ipv4 first = max(mine.first(), theirs.first());
        Ipv4 last = min(mine.last(), theirs.last());
        if (first.compareTo(last) <= 0) {
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

  /** How many addresses there are, up to 2³². */
  public long size() {
    return ranges.stream().mapToLong(AddressRange::size).sum();
  }

  /** The address at a position, counted from 0 in ascending order. */
  public Ipv4 at(long position) {
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
  public long positionOf(Ipv4 address) {
    long before = 0;
    for (AddressRange range : ranges) {
      if (range.first().compareTo(address) <= 0 && range.last().compareTo(address) >= 0) {
        return before + address.toLong() - range.first().toLong();
      }
      before += range.size();
    }
    throw new IllegalArgumentException("Not in the set: " + address);
  }

  /** The fewest networks that hold exactly these addresses. */
  public List<Cidr> networks() {
    List<Cidr> networks = new ArrayList<>();
    for (AddressRange range : ranges) {
      long start = range.first().toLong();
      long end = range.last().toLong();
      while (start <= end) {
        int hostBits = start == 0 ? 32 : Long.numberOfTrailingZeros(start);
        while ((1L << hostBits) > end - start + 1) {
          hostBits--;
        }
        networks.add(new Cidr(new Ipv4((int) start), 32 - hostBits));
        start += 1L << hostBits;
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

  private int rangeBefore(long address) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= address) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private static void append(List<AddressRange> merged, AddressRange range) {
    AddressRange previous = merged.isEmpty() ? null : merged.getLast();
    if (previous == null || previous.last().toLong() + 1 < range.first().toLong()) {
      merged.add(range);
    } else if (previous.last().compareTo(range.last()) < 0) {
      merged.set(merged.size() - 1, new AddressRange(previous.first(), range.last()));
    }
  }

  private static Ipv4 max(Ipv4 one, Ipv4 other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Ipv4 min(Ipv4 one, Ipv4 other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
