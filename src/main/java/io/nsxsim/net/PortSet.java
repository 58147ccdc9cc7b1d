package io.nsxsim.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of TCP or UDP ports.
 *
 * @param ranges in the order given; empty means every port
 */
public record PortSet(List<Range> ranges) {

  /** Every port. */
  public static final PortSet ANY = new PortSet(List.of());

  /** A run of ports, both ends included. */
  public record Range(int first, int last) {
    public Range {
      if (first < 0 || last > 65535 || first > last) {
        throw new IllegalArgumentException("Not a port range: " + first + "-" + last);
      }
    }
  }

  public PortSet {
    ranges = List.copyOf(ranges);
  }

  /** Reads ports such as {@code 443} and {@code 8000-8100}; empty if one of them is neither. */
  public static Optional<PortSet> parse(List<String> texts) {
    List<Range> ranges = new ArrayList<>();
    for (String text : texts) {
      Optional<Range> range = parseRange(text.strip());
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(new PortSet(ranges));
  }

  /** Tells whether the port is in the set. */
  public boolean contains(int port) {
    if (ranges.isEmpty()) {
      return true;
    }
    for (Range range : ranges) {
      if (range.first <= port && port <= range.last) {
        return true;
      }
    }
    return false;
  }

  /** How many ports the ranges have; 0 for every port. */
  public int size() {
    int size = 0;
    for (Range range : ranges) {
      size += range.last - range.first + 1;
    }
    return size;
  }

  /**
   * The position of a port in the ranges as they are given, from 0; 0 for one that is not there.
   */
  public int positionOf(int port) {
    int before = 0;
    for (Range range : ranges) {
      if (range.first <= port && port <= range.last) {
        return before + port - range.first;
      }
      before += range.last - range.first + 1;
    }
    return 0;
  }

  /** The port at a position, from 0. */
  public int at(int position) {
    int left = position;
    for (Range range : ranges) {
      int size = range.last - range.first + 1;
      if (left < size) {
        return range.first + left;
      }
      left -= size;
    }
    throw new IndexOutOfBoundsException("No port at " + position);
  }

  private static Optional<Range> parseRange(String text) {
    if (!text.matches("\\d{1,5}(\\s*-\\s*\\d{1,5})?")) {
      return Optional.empty();
    }
    String[] ends = text.split("-");
    int first = Integer.parseInt(ends[0].strip());
    int last = Integer.parseInt(ends[ends.length - 1].strip());
    return first <= last && last <= 65535 ? Optional.of(new Range(first, last)) : Optional.empty();
  }
}
