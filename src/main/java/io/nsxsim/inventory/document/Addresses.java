package io.nsxsim.inventory.document;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads IPv4 and IPv6 addresses as people write them; octal, ranges and short forms are refused.
 */
final class Addresses {

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private static final int LONGEST = 45;
  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

  private Addresses() {}

  /** An address without prefix. */
  static Optional<IPAddress> address(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }

  /** An address with a prefix length; host bits may be set. */
  static Optional<Prefixed> prefixed(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !LENGTH.matcher(text.substring(slash + 1)).matches()) {
      return Optional.empty();
    }
    int length = Integer.parseInt(text.substring(slash + 1));
    return address(text.substring(0, slash))
        .filter(address -> length <= address.getBitCount())
        .map(address -> new Prefixed(address, length));
  }

  /** An address with a prefix length and no host bits set. */
  static Optional<Prefixed> network(String text) {
    return prefixed(text).filter(found -> found.first().equals(found.address()));
  }

  /** An address and the number of its leading bits that name the network. */
  record Prefixed(IPAddress address, int length) {

    /** The network's lowest address. */
    IPAddress first() {
      return address.toPrefixBlock(length).getLower().withoutPrefixLength();
    }

    /** The network's highest address. */
    IPAddress last() {
      return address.toPrefixBlock(length).getUpper().withoutPrefixLength();
    }

    boolean contains(IPAddress other) {
      return address.toPrefixBlock(length).contains(other);
    }

    boolean contains(Prefixed other) {
      return other.length >= length && contains(other.address);
    }

    String canonical() {
      return address.toCanonicalString() + "/" + length;
    }
  }
}
