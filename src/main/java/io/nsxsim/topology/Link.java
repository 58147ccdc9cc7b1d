package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of network that packets cross without being routed.
 *
 * @param neighbors who answers ARP for an address here, machines apart
 * @param machines the machines that answer for an address which no neighbor has
 * @param proxies who answers for addresses that are not their own, such as a NAT address of a
 *     tier-0 in its uplink's network
 * @param ends all interfaces on it, those of machines apart; exactly two on a line
 */
public record Link(
    String id,
    Kind kind,
    Map<IpAddress, Interface> neighbors,
    Map<IpAddress, Interface> machines,
    List<Proxy> proxies,
    List<Interface> ends) {

  /** What kind of network it is. */
  public enum Kind {
    /** An overlay segment: everyone on it is known. */
    SEGMENT,
    /** A network of the physical world, or a VLAN segment: there may be others on it. */
    LAN,
    /** The /31 between a tier-1 and its tier-0. */
    ROUTER_LINK,
    /** The pods of one Kubernetes node. */
    PODS,
    /** The overlay between the nodes of a Kubernetes cluster. */
    TUNNEL,
    /** Two devices and no addresses. */
    LINE
  }

  /** Addresses that an interface answers for. */
  public record Proxy(AddressSet addresses, Interface answering) {}

  public Link {
    neighbors = Map.copyOf(neighbors);
    proxies = List.copyOf(proxies);
    ends = List.copyOf(ends);
  }

  /** Who takes a packet that {@code sender} sends to {@code nextHop} on this link. */
  public Optional<Interface> neighbor(IpAddress nextHop, Interface sender) {
    if (kind == Kind.LINE) {
      return Optional.of(ends.get(ends.getFirst().isSameAs(sender) ? 1 : 0));
    }
    Interface owner = owner(nextHop);
    if (owner != null) {
      return Optional.of(owner);
    }
    for (Proxy proxy : proxies) {
      if (proxy.addresses().contains(nextHop)) {
        return Optional.of(proxy.answering());
      }
    }
    return Optional.empty();
  }

  /** All interfaces on it, those of machines too. */
  public Stream<Interface> everyone() {
    return Stream.concat(ends.stream(), machines.values().stream());
  }

  /** Whose own address it is. */
  public @Nullable Interface owner(IpAddress address) {
    Interface owner = neighbors.get(address);
    return owner == null ? machines.get(address) : owner;
  }
}
