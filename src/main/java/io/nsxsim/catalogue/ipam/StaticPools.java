package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The pools of addresses that VPC subnets give to their ports: everything but the ends of the
 * network, its gateway and its DHCP server. One that leaves its addresses to DHCP has an empty
 * pool.
 *
 * <p>Source: the API reference on {@code static_ip_allocation}.
 */
final class StaticPools {

  private StaticPools() {}

  /** The VPC subnet that a pool belongs to. */
  static Optional<JsonNode> subnet(PolicyPath pool, Surroundings around) {
    List<String> segments = pool.segments();
    return segments.size() > 4 && segments.get(segments.size() - 4).equals("subnets")
        ? around.find(PolicyPath.of(segments.subList(0, segments.size() - 2)))
        : Optional.empty();
  }

  /** The addresses that ports of a subnet can get. */
  static List<AddressRun> ranges(JsonNode subnet) {
    JsonNode config = subnet.path("advanced_config");
    if (!config.path("static_ip_allocation").path("enabled").asBoolean(false)) {
      return List.of();
    }
    UsedAddresses reserved = new UsedAddresses();
    for (String field : List.of("gateway_addresses", "dhcp_server_addresses")) {
      Fields.texts(config, field).stream()
          .map(text -> text.replaceAll("/.*", ""))
          .map(AddressRun::address)
          .flatMap(Optional::stream)
          .forEach(reserved::add);
    }
    List<AddressRun> ranges = new ArrayList<>();
    for (String network : Fields.texts(subnet, "ip_addresses")) {
      PrefixedAddress.parse(network)
          .map(PrefixedAddress::network)
          .flatMap(StaticPools::hosts)
          .ifPresent(hosts -> ranges.addAll(reserved.free(hosts)));
    }
    return ranges;
  }

  private static Optional<AddressRun> hosts(AddressRun network) {
    return network.size().bitLength() < 3
        ? Optional.empty()
        : Optional.of(
            new AddressRun(
                network.bits(),
                network.first().add(BigInteger.ONE),
                network.last().subtract(BigInteger.ONE)));
  }
}
