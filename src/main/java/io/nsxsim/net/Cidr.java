package io.nsxsim.net;

import java.util.Optional;

/**
 * A network, or an interface's address together with its network.
 *
 * @param address may have host bits set, as in a segment's {@code gateway_address}
 * @param length number of leading network bits, 0 to 32 or, for IPv6, 128
 */
public record Cidr(IpAddress address, int length) implements Comparable<Cidr> {

  /** All IPv4 addresses: the network of a default route. */
  public static final Cidr ALL_IPV4 = new Cidr(IpAddress.ofIpv4(0), 0);

  /** All IPv6 addresses. */
  public static final Cidr ALL_IPV6 = new Cidr(new IpAddress(true, 0, 0), 0);

  public Cidr {
    if (length < 0 || length > address.width()) {
      throw new IllegalArgumentException("Prefix length out of range: " + length);
    }
  }

  /** All addresses of a family. */
  public static Cidr all(boolean ipv6) {
    return ipv6 ? ALL_IPV6 : ALL_IPV4;
  }

  /** Reads {@code 10.0.0.1/24}; an address without a length is a network of one. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return IpAddress.parse(text).map(Cidr::host);
    }
    Optional<IpAddress> address = IpAddress.parse(text.substring(0, slash));
    return address.flatMap(known ->
        parseLength(text.substring(slash + 1))
            .filter(length -> length <= known.width())
            .map(length -> new Cidr(known, length)));
  }

  /** Reads a network that is known to be one, as in a test; refuses all else. */
  public static Cidr of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a network: " + text));
  }

  /** The network that holds one address. */
  public static Cidr host(IpAddress address) {
    return new Cidr(address, address.width());
  }

  /** Tells whether it holds one address only. */
  public boolean isHost() {
    return length == address.width();
  }

  /** Tells whether it holds all addresses of its family. */
  public boolean isAll() {
    return length == 0;
  }

  public boolean ipv6() {
    return address.ipv6();
  }

  /** The same network without host bits. */
  public Cidr network() {
    IpAddress first = first();
    return first.equals(address) ? this : new Cidr(first, length);
  }

  /** The lowest address. */
  public IpAddress first() {
    return address.lowest(length);
  }

  /** The highest address. */
  public IpAddress last() {
    return address.highest(length);
  }

  /** Tells whether the address lies in the network. */
  public boolean contains(IpAddress other) {
    return address.shares(other, length);
  }

  /** Tells whether all of the other network lies in this one. */
  public boolean contains(Cidr other) {
    return other.length >= length && contains(other.address);
  }

  @Override
  public int compareTo(Cidr other) {
    int order = address.compareTo(other.address);
    return order != 0 ? order : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }

  private static Optional<Integer> parseLength(String digits) {
    boolean isNumber = !digits.isEmpty() && digits.length() <= 3;
    int length = 0;
    for (int i = 0; isNumber && i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      isNumber = digit >= 0 && digit <= 9;
      length = length * 10 + digit;
    }
    return isNumber && length <= 128 ? Optional.of(length) : Optional.empty();
  }
}
