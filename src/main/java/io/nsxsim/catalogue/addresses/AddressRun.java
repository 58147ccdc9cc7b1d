package io.nsxsim.catalogue.addresses;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses in a row: one alone, a network, or a range. They are held as numbers, because a gateway
 * with a thousand segments compares a million of them.
 *
 * @param bits how long an address is: 32 or 128
 * @param first the lowest
 * @param last the highest
 */
public record AddressRun(int bits, BigInteger first, BigInteger last) {

  /** Reads a single address. */
  public static Optional<AddressRun> address(String text) {
    return IpText.address(text).map(AddressRun::of);
  }

  static AddressRun of(IPAddress address) {
    return new AddressRun(address.getBitCount(), address.getValue(), address.getValue());
  }

  /** Reads a network with its prefix; host bits may be set and say nothing. */
  public static Optional<AddressRun> network(String text) {
    return PrefixedAddress.parse(text).map(PrefixedAddress::network);
  }

  /** Reads {@code first-last}. */
  public static Optional<AddressRun> range(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    Optional<IPAddress> first = IpText.address(text.substring(0, dash).strip());
    Optional<IPAddress> last = IpText.address(text.substring(dash + 1).strip());
    return first.isPresent()
            && last.isPresent()
            && first.get().getBitCount() == last.get().getBitCount()
            && first.get().compareTo(last.get()) <= 0
        ? Optional.of(
            new AddressRun(
                first.get().getBitCount(), first.get().getValue(), last.get().getValue()))
        : Optional.empty();
  }

  /** Reads an address, a network or a range. */
  public static Optional<AddressRun> element(String text) {
    if (text.indexOf('-') >= 0) {
      return range(text);
    }
    return text.indexOf('/') >= 0 ? network(text) : address(text);
  }

  /** Reads elements between commas; what cannot be read is left out. */
  public static List<AddressRun> list(String text) {
    List<AddressRun> runs = new ArrayList<>();
    for (String element : text.split(",", -1)) {
      element(element.strip()).ifPresent(runs::add);
    }
    return runs;
  }

  /** Tells whether the two are of the same version of the protocol. */
  public boolean isSameFamily(AddressRun other) {
    return bits == other.bits;
  }

  /** Tells whether the two have an address in common. */
  public boolean overlaps(AddressRun other) {
    return isSameFamily(other)
        && first.compareTo(other.last) <= 0
        && other.first.compareTo(last) <= 0;
  }

  /** Tells whether all of the other lies in this one. */
  public boolean contains(AddressRun other) {
    return isSameFamily(other)
        && first.compareTo(other.first) <= 0
        && other.last.compareTo(last) <= 0;
  }

  /** How many addresses there are. */
  public BigInteger size() {
    return last.subtract(first).add(BigInteger.ONE);
  }

  /** The run between two addresses that are written apart. */
  public static Optional<AddressRun> between(String first, String last) {
    return range(first.strip() + "-" + last.strip());
  }

  /** The lowest address, as text. */
  public String firstText() {
    return text(first);
  }

  /** Both ends with a dash between, as text. */
  public String rangeText() {
    return text(first) + "-" + text(last);
  }

  /** In CIDR notation, if it is a whole network. */
  public String networkText() {
    return text(first) + "/" + (bits - size().subtract(BigInteger.ONE).bitLength());
  }

  private String text(BigInteger address) {
    IPAddress value = bits == 32 ? new IPv4Address(address.intValue()) : new IPv6Address(address);
    return value.toCanonicalString();
  }
}
