package io.nsxsim.lab;

import io.nsxsim.net.Cidr;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the subnets of VPCs have instead of a segment's fields. */
final class Subnets {

  static final String KIND = "VpcSubnet";

  private static final Set<String> WITHOUT_GATEWAY = Set.of("Isolated", "L2_Only");

  private Subnets() {}

  /** The gateway's addresses; none for a subnet that is not connected to its VPC's gateway. */
  static List<Cidr> gateways(Item subnet) {
    if (!isConnected(subnet)) {
      return List.of();
    }
    List<Cidr> told = parse(subnet.inside("advanced_config").texts("gateway_addresses"));
    return told.isEmpty()
        ? networks(subnet).stream()
            .map(network -> new Cidr(network.first().plus(1), network.length()))
            .toList()
        : told;
  }

  /** All addresses that answer on the VPC's gateway, that of the gateway first. */
  static List<Cidr> answering(Item subnet) {
    List<Cidr> gateways = gateways(subnet);
    return gateways.isEmpty()
        ? gateways
        : Stream.concat(
                gateways.stream(),
                parse(subnet.inside("advanced_config").texts("dhcp_server_addresses")).stream())
            .distinct()
            .toList();
  }

  static List<Cidr> networks(Item subnet) {
    return parse(subnet.texts("ip_addresses")).stream().map(Cidr::network).toList();
  }

  private static boolean isConnected(Item subnet) {
    return !WITHOUT_GATEWAY.contains(subnet.text("access_mode").orElse("Private"))
        && !subnet.inside("advanced_config").is("connectivity_state", "DISCONNECTED");
  }

  private static List<Cidr> parse(List<String> texts) {
    return texts.stream().flatMap(text -> Cidr.parse(text).stream()).toList();
  }
}
