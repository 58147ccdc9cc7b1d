package io.nsxsim.net;

import java.util.Optional;

/**
 * An IPv4 network, or an interface's address together with its network.
 *
 * @param address may have host bits set, as in a segment's {@code gateway_address}
 * @param length number of leading network bits, 0 to 32
 */
public record Cidr(Ipv4 address, int length) implements Comparable<Cidr> {

  /** All addresses: the network of a default route. */
  public static final Cidr ALL = new Cidr(new Ipv4(0), 0);

  public Cidr {
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("Prefix length out of range: " + length);
    }
  }

  /** Reads {@code 10.0.0.1/24}; an address without a length is a network of one. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Ipv4.parse(text).map(Cidr::host);
    }
    return parseLength(text.substring(slash + 1))
        .flatMap(length -> Ipv4.parse(text.substring(0, slash)).map(a -> new Cidr(a, length)));
  }

  /** Reads a network that is known to be one, as in a test; refuses all else. */
  public static Cidr of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a network: " + text));
  }

  /** The network that holds one address. */
  public static Cidr host(Ipv4 address) {
    return new Cidr(address, 32);
  }

  /** The same network without host bits. */
  public Cidr network() {
    return new Cidr(new Ipv4(address.bits() & mask()), length);
  }

  /** The lowest address. */
  public Ipv4 first() {
    return new Ipv4(address.bits() & mask());
  }

  /** The highest address. */
  public Ipv4 last() {
    return new Ipv4(address.bits() | ~mask());
  }

  /** Tells whether the address lies in the network. */
  public boolean contains(Ipv4 other) {
    return ((other.bits() ^ address.bits()) & mask()) == 0;
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

  private int mask() {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  private static Optional<Integer> parseLength(String digits) {
    boolean isNumber = !digits.isEmpty() && digits.length() <= 2;
    int length = 0;
    for (int i = 0; isNumber && i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      isNumber = digit >= 0 && digit <= 9;
      length = length * 10 + digit;
    }
    return isNumber && length <= 32 ? Optional.of(length) : Optional.empty();
  }
}
