package io.nsxsim.catalogue.addresses;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An address together with the network that it stands in, as {@code gateway_address} writes it.
 *
 * @param address without a prefix of its own
 * @param length how many leading bits name the network
 */
public record PrefixedAddress(IPAddress address, int length) {

  /** Reads {@code 10.0.0.1/24}; the prefix must be there. */
  public static Optional<PrefixedAddress> parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? Optional.empty() : of(text.substring(0, slash), text.substring(slash + 1));
  }

  /** An address and a prefix length that are written apart. */
  public static Optional<PrefixedAddress> of(String address, String length) {
    return IpText.address(address)
        .flatMap(read -> IpText.length(length, read).map(bits -> new PrefixedAddress(read, bits)));
  }

  /** All addresses of the network. */
  public AddressRun network() {
    int bits = address.getBitCount();
    BigInteger hosts = BigInteger.ONE.shiftLeft(bits - length).subtract(BigInteger.ONE);
    BigInteger first = address.getValue().andNot(hosts);
    return new AddressRun(bits, first, first.or(hosts));
  }

  /** The address alone. */
  public AddressRun alone() {
    return AddressRun.of(address);
  }

  /**
   * Tells whether an IPv4 address names the network itself or everybody in it; where a network is
   * too small for either there are none.
   */
  public boolean isNoHost() {
    if (!address.isIPv4() || length >= address.getBitCount() - 1) {
      return false;
    }
    AddressRun network = network();
    return address.getValue().equals(network.first()) || address.getValue().equals(network.last());
  }

  /** The network in CIDR notation. */
  public String networkText() {
    return address.toPrefixBlock(length).getLower().withoutPrefixLength() + "/" + length;
  }
}
