package io.nsxsim.catalogue.addresses;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** Reads single addresses and prefix lengths; the library alone would also read wildcards. */
final class IpText {

  private static final IPAddressStringParameters PLAIN = plain();

  private IpText() {}

  /** An address without prefix, zone or wildcard. */
  static Optional<IPAddress> address(String text) {
    if (text.length() < 2 || text.length() > 45) {
      return Optional.empty();
    }
    try {
      IPAddress address = new IPAddressString(text, PLAIN).toAddress();
      return Optional.ofNullable(address).filter(single -> !single.isMultiple());
    } catch (AddressStringException notAnAddress) {
      return Optional.empty();
    }
  }

  /** A prefix length that an address of this family can have. */
  static Optional<Integer> length(String text, IPAddress address) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(length -> length <= address.getBitCount());
  }

  private static IPAddressStringParameters plain() {
    var builder =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false);
    builder
        .getIPv4AddressParametersBuilder()
        .allow_inet_aton(false)
        .allowBinary(false)
        .allowLeadingZeros(false);
    builder
        .getIPv6AddressParametersBuilder()
        .allowZone(false)
        .allowBase85(false)
        .allowBinary(false);
    return builder.toParams();
  }
}
