package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.NatRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The external addresses of ports of VPC subnets: one for one, in both directions.
 *
 * <p>Source: the administration guide of release 9 on external IPs, which work with distributed
 * connections too.
 */
final class ExternalAddresses {

  private final Documents documents;
  private final Function<PolicyPath, List<IpAddress>> plugged;

  /**
   * Reads bindings.
   *
   * @param plugged the addresses of the card in a port, for ports that do not tell their own
   */
  ExternalAddresses(Documents documents, Function<PolicyPath, List<IpAddress>> plugged) {
    this.documents = documents;
    this.plugged = plugged;
  }

  /** The rules that a VPC's bindings come to. */
  List<NatRule> of(Gateway vpc) {
    List<NatRule> rules = new ArrayList<>();
    for (Document port : documents.below(vpc.path(), "VpcSubnetPort")) {
      port.object("external_address_binding")
          .flatMap(binding -> binding.text("external_ip_address"))
          .flatMap(IpAddress::parse)
          .ifPresent(external ->
              inside(port).stream()
                  .filter(address -> address.ipv6() == external.ipv6())
                  .findFirst()
                  .ifPresent(address -> rules.add(rule(port, address, external))));
    }
    return rules;
  }

  private List<IpAddress> inside(Document port) {
    List<IpAddress> told =
        port.objects("address_bindings").stream()
            .flatMap(binding -> binding.text("ip_address").flatMap(IpAddress::parse).stream())
            .toList();
    return told.isEmpty() ? plugged.apply(port.path()) : told;
  }

  private static NatRule rule(Document port, IpAddress inside, IpAddress external) {
    return new NatRule(
        Optional.of(port.path()),
        NatRule.Action.REFLEXIVE,
        AddressSet.of(Cidr.host(inside)),
        AddressSet.ANY,
        AddressSet.of(Cidr.host(external)),
        List.of(),
        Optional.empty(),
        PortSet.ANY,
        Set.of(),
        NatRule.FirewallMatch.MATCH_INTERNAL_ADDRESS);
  }
}
