package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A NAT rule that is enabled.
 *
 * @param path empty for a Kubernetes node's masquerading, which is no policy object
 * @param translated the addresses to translate to, empty for the NO_ actions
 * @param services what the packet must be, empty for anything
 * @param matchedPorts destination ports a DNAT looks for, when they differ from the service's
 * @param translatedPorts the ports a DNAT writes: one, or as many as it looks for; ANY for none
 * @param scope the interfaces it applies on; empty for all that face outwards
 */
public record NatRule(
    Optional<PolicyPath> path,
    Action action,
    AddressSet source,
    AddressSet destination,
    AddressSet translated,
    List<ServiceMatch> services,
    Optional<PortSet> matchedPorts,
    PortSet translatedPorts,
    Set<PolicyPath> scope,
    FirewallMatch firewallMatch) {

  /** NSX's actions. */
  public enum Action {
    SNAT,
    DNAT,
    REFLEXIVE,
    NO_SNAT,
    NO_DNAT,
    /** From IPv6 to IPv4: the destination's last four bytes are the IPv4 address. */
    NAT64;

    /** Tells whether it is about the source of what leaves. */
    public boolean isOfSource() {
      return this == SNAT || this == NO_SNAT;
    }
  }

  /** Which address the gateway firewall looks at, or that it does not look. */
  public enum FirewallMatch {
    MATCH_EXTERNAL_ADDRESS,
    MATCH_INTERNAL_ADDRESS,
    BYPASS
  }

  public NatRule {
    services = List.copyOf(services);
    scope = Set.copyOf(scope);
  }

  /** Tells whether the rule applies on an interface. */
  public boolean appliesOn(Interface at) {
    return scope.isEmpty()
        ? at.role().isBoundary()
        : at.path().isPresent() && scope.contains(at.path().get());
  }

  /**
   * The address that one is translated to. One for one where both sides have as many addresses;
   * otherwise the addresses are a pool and the one to take follows from the address itself. To
   * nothing, an address stays as it is.
   */
  public static IpAddress counterpart(IpAddress address, AddressSet from, AddressSet to) {
    if (to.isEmpty()) {
      return address;
    }
    long size = to.size();
    long position =
        from.size() == size && from.contains(address)
            ? from.positionOf(address)
            : Math.floorMod(address.hashCode(), size);
    return to.at(position);
  }
}
