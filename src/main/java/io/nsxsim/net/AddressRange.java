package io.nsxsim.net;

import java.util.Optional;

/**
 * A run of addresses.
 *
 * @param first the lowest, included
 * @param last the highest, included; of the same family and not below {@code first}
 */
public record AddressRange(IpAddress first, IpAddress last) implements Comparable<AddressRange> {

  public AddressRange {
    if (first.ipv6() != last.ipv6() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException("Range runs backwards: " + first + "-" + last);
    }
  }

  /** All addresses of a network. */
  public static AddressRange of(Cidr network) {
    return new AddressRange(network.first(), network.last());
  }

  /** Reads an address, a network, or {@code first-last}; empty for anything else. */
  public static Optional<AddressRange> parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Cidr.parse(text).map(AddressRange::of);
    }
    Optional<IpAddress> first = IpAddress.parse(text.substring(0, dash).strip());
    Optional<IpAddress> last = IpAddress.parse(text.substring(dash + 1).strip());
    return first.isPresent()
            && last.isPresent()
            && first.get().ipv6() == last.get().ipv6()
            && first.get().compareTo(last.get()) <= 0
        ? Optional.of(new AddressRange(first.get(), last.get()))
        : Optional.empty();
  }

  /** How many addresses there are, at most {@link Long#MAX_VALUE}. */
  public long size() {
    long steps = last.minus(first);
    return steps == Long.MAX_VALUE ? steps : steps + 1;
  }

  @Override
  public int compareTo(AddressRange other) {
    int order = first.compareTo(other.first);
    return order != 0 ? order : last.compareTo(other.last);
  }
}
