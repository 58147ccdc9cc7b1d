package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import java.util.List;

/**
 * What a device does with packets beyond routing them.
 *
 * @param nat rules in the order they are tried
 * @param firewall gateway firewall rules in the order they are tried
 * @param central whether a gateway has a service router, on an edge node
 * @param firewallOn whether there is a gateway firewall at all
 * @param stateful whether sessions are kept; false on an active-active tier-0
 * @param virtualServers load balancer addresses that live here
 * @param vpnPolicies in their order; the first that means a packet decides
 * @param translated addresses that NAT makes this device answer for
 */
public record Services(
    List<NatRule> nat,
    List<FirewallRule> firewall,
    boolean central,
    boolean firewallOn,
    boolean stateful,
    List<VirtualServer> virtualServers,
    AddressSet translated,
    List<VpnPolicy> vpnPolicies) {

  /** Nothing but routing. */
  public static final Services NONE =
      new Services(List.of(), List.of(), false, false, true, List.of(), AddressSet.NONE, List.of());

  public Services {
    nat = List.copyOf(nat);
    firewall = List.copyOf(firewall);
    virtualServers = List.copyOf(virtualServers);
    vpnPolicies = List.copyOf(vpnPolicies);
  }

  /** Only NAT, as on a Kubernetes node. */
  public static Services translating(List<NatRule> rules) {
    return new Services(
        rules, List.of(), false, false, true, List.of(), AddressSet.NONE, List.of());
  }

  /** The same with the policies of VPNs. */
  public Services withVpn(List<VpnPolicy> policies) {
    return new Services(
        nat, firewall, central, firewallOn, stateful, virtualServers, translated, policies);
  }

  /** The same with these firewall rules in force. */
  public Services withFirewall(List<FirewallRule> rules) {
    return new Services(
        nat, rules, central, true, stateful, virtualServers, translated, vpnPolicies);
  }

  /** The virtual servers at an address. */
  public List<VirtualServer> at(IpAddress address) {
    return virtualServers.isEmpty()
        ? virtualServers
        : virtualServers.stream().filter(server -> server.address().equals(address)).toList();
  }
}
