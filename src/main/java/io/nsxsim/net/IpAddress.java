package io.nsxsim.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4AddressStringParameters;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address. All IPv4 addresses come before all IPv6 addresses.
 *
 * @param high the first eight bytes of an IPv6 address; 0 for IPv4
 * @param low the last eight bytes of an IPv6 address, or the four of an IPv4 address
 */
public record IpAddress(boolean ipv6, long high, long low) implements Comparable<IpAddress> {

  private static final IPAddressStringParameters DOTTED = singleAddress(false);
  private static final IPAddressStringParameters COLONS = singleAddress(true);
  private static final int LONGEST_TEXT = 45;

  public IpAddress {
    if (!ipv6 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("Too long for an IPv4 address");
    }
  }

  /** The IPv4 address of four bytes, the first octet in the highest one. */
  public static IpAddress ofIpv4(int bits) {
    return new IpAddress(false, 0, Integer.toUnsignedLong(bits));
  }

  /** Reads four decimal octets, or an IPv6 address without a zone; empty for anything else. */
  public static Optional<IpAddress> parse(String text) {
    boolean ipv6 = text.indexOf(':') >= 0;
    if (text.isEmpty() || text.length() > LONGEST_TEXT || !isPlain(text, ipv6)) {
      return Optional.empty();
    }
    try {
      IPAddress address = new IPAddressString(text, ipv6 ? COLONS : DOTTED).toAddress();
      return address == null || address.isMultiple() || address.isIPv6() != ipv6
          ? Optional.empty()
          : Optional.of(read(address));
    } catch (AddressStringException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Reads an address that is known to be one, as in a test; refuses all else. */
  public static IpAddress of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not an IP address: " + text));
  }

  /** The bits of an IPv4 address; those of an IPv6 address folded to as many. */
  public int folded() {
    long all = ipv6 ? low ^ high * 31 : low;
    return ipv6 ? (int) (all ^ all >>> 32) : (int) all;
  }

  /** How many bits an address of this family has: 32 or 128. */
  public int width() {
    return ipv6 ? 128 : 32;
  }

  /** The address {@code distance} further on, around the end of the address space. */
  public IpAddress plus(long distance) {
    if (!ipv6) {
      return ofIpv4((int) (low + distance));
    }
    long sum = low + distance;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new IpAddress(true, distance < 0 ? high + carry - 1 : high + carry, sum);
  }

  /** How many addresses this one is after an earlier one; at most {@link Long#MAX_VALUE}. */
  public long minus(IpAddress earlier) {
    long difference = low - earlier.low;
    long borrowed = Long.compareUnsigned(low, earlier.low) < 0 ? 1 : 0;
    boolean isFar = high - earlier.high - borrowed != 0 || difference < 0;
    return ipv6 && isFar ? Long.MAX_VALUE : difference;
  }

  /** The lowest address that shares the first {@code length} bits. */
  IpAddress lowest(int length) {
    return new IpAddress(ipv6, high & highMask(length), low & lowMask(length));
  }

  /** The highest address that shares the first {@code length} bits. */
  IpAddress highest(int length) {
    return ipv6
        ? new IpAddress(true, high | ~highMask(length), low | ~lowMask(length))
        : new IpAddress(false, 0, low | ~lowMask(length) & 0xFFFFFFFFL);
  }

  /** Tells whether the first {@code length} bits are the same. */
  boolean shares(IpAddress other, int length) {
    return ipv6 == other.ipv6
        && ((low ^ other.low) & lowMask(length)) == 0
        && ((high ^ other.high) & highMask(length)) == 0;
  }

  /** How many bits at the end are 0. */
  int trailingZeros() {
    int zeros = Long.numberOfTrailingZeros(low);
    return zeros < 64 ? zeros : ipv6 ? 64 + Long.numberOfTrailingZeros(high) : width();
  }

  @Override
  public int compareTo(IpAddress other) {
    if (ipv6 != other.ipv6) {
      return ipv6 ? 1 : -1;
    }
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress(boolean sixth, long otherHigh, long otherLow)
        && otherLow == low
        && otherHigh == high
        && sixth == ipv6;
  }

  @Override
  public int hashCode() {
    long mixed = (low ^ high * 0x9E3779B97F4A7C15L) * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ mixed >>> 32);
  }

  /** Dotted decimal, or the shortest form of RFC 5952. */
  @Override
  public String toString() {
    if (ipv6) {
      byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
      return new inet.ipaddr.ipv6.IPv6Address(bytes).toCanonicalString();
    }
    return (low >>> 24) + "." + (low >>> 16 & 0xFF) + "." + (low >>> 8 & 0xFF) + "." + (low & 0xFF);
  }

  private long highMask(int length) {
    return length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
  }

  private long lowMask(int length) {
    if (!ipv6) {
      return length == 0 ? 0 : -1L << (32 - length);
    }
    return length <= 64 ? 0 : -1L << (128 - length);
  }

  private static IpAddress read(IPAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getBytes());
    return address.isIPv6()
        ? new IpAddress(true, bytes.getLong(), bytes.getLong())
        : ofIpv4(bytes.getInt());
  }

  /** The library would strip blanks and take other notations of a number. */
  private static boolean isPlain(String text, boolean ipv6) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean fits =
          ipv6
              ? character == ':' || character < 128 && Character.digit(character, 16) >= 0
              : character == '.' || character >= '0' && character <= '9';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static IPAddressStringParameters singleAddress(boolean ipv6) {
    var parameters =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowIPv4(!ipv6)
            .allowIPv6(ipv6);
    parameters.setIPv4AddressParameters(
        new IPv4AddressStringParameters.Builder()
            .allow_inet_aton(false)
            .allowBinary(false)
            .allowLeadingZeros(false)
            .toParams());
    return parameters.toParams();
  }
}
