package io.nsxsim.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4AddressStringParameters;
import java.util.Optional;

/**
 * An IPv4 address.
 *
 * @param bits the address in network order, the first octet in the highest byte
 */
public record Ipv4(int bits) implements Comparable<Ipv4> {

  private static final IPAddressStringParameters DOTTED = dottedDecimal();

  /** Reads four decimal octets; empty for anything else. */
  public static Optional<Ipv4> parse(String text) {
    if (text.length() < 7 || text.length() > 15 || !text.chars().allMatch(Ipv4::isDigitOrDot)) {
      return Optional.empty();
    }
    try {
      var address = new IPAddressString(text, DOTTED).toAddress();
      return address == null || address.isMultiple()
          ? Optional.empty()
          : Optional.of(new Ipv4(address.toIPv4().intValue()));
    } catch (AddressStringException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Reads an address that is known to be one, as in a test; refuses all else. */
  public static Ipv4 of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not an IPv4 address: " + text));
  }

  /** The address {@code distance} further on, around the end of the address space. */
  public Ipv4 plus(long distance) {
    return new Ipv4((int) (bits + distance));
  }

  /** The address as a number from 0 to 2³²-1. */
  public long toLong() {
    return Integer.toUnsignedLong(bits);
  }

  @Override
  public int compareTo(Ipv4 other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public int hashCode() {
    return bits * 0x9E3779B9;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ipv4(int otherBits) && otherBits == bits;
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xFF)
        + "."
        + (bits >>> 8 & 0xFF)
        + "."
        + (bits & 0xFF);
  }

  /** The library would strip blanks and take other notations of a number. */
  private static boolean isDigitOrDot(int character) {
    return character == '.' || character >= '0' && character <= '9';
  }

  private static IPAddressStringParameters dottedDecimal() {
    var parameters =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowIPv6(false);
    parameters.setIPv4AddressParameters(
        new IPv4AddressStringParameters.Builder()
            .allow_inet_aton(false)
            .allowBinary(false)
            .allowLeadingZeros(false)
            .toParams());
    return parameters.toParams();
  }
}
