package io.nsxsim.net;

import java.util.Optional;

/**
 * A run of addresses.
 *
 * @param first the lowest, included
 * @param last the highest, included; not below {@code first}
 */
public record AddressRange(Ipv4 first, Ipv4 last) {

  public AddressRange {
    if (first.compareTo(last) > 0) {
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
    Optional<Ipv4> first = Ipv4.parse(text.substring(0, dash).strip());
    Optional<Ipv4> last = Ipv4.parse(text.substring(dash + 1).strip());
    return first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0
        ? Optional.of(new AddressRange(first.get(), last.get()))
        : Optional.empty();
  }

  /** How many addresses there are. */
  public long size() {
    return last.toLong() - first.toLong() + 1;
  }
}
