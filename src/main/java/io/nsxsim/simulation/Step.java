package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NatRule;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.VirtualServer;
import java.util.Optional;
import java.util.function.Supplier;

/** One thing that happened to a packet. */
public sealed interface Step {

  /** Came in by an interface. */
  record Received(Interface in) implements Step {
    @Override
    public Kind kind() {
      return Kind.RECEIVED;
    }

    @Override
    public Optional<PolicyPath> path() {
      return in.path();
    }

    @Override
    public String detail() {
      return in.name();
    }
  }

  /**
   * Belongs to a flow that is already known at a device or network card.
   *
   * @param path of the gateway, or of the port the card is plugged into
   */
  record Recognized(Optional<PolicyPath> path, Optional<Interface> card) implements Step {
    @Override
    public Kind kind() {
      return Kind.SESSION;
    }

    @Override
    public String detail() {
      return card.isPresent() ? "let through as an answer" : "answers a known flow";
    }
  }

  /**
   * A firewall rule decided.
   *
   * @param at the network card of a distributed rule, or the gateway's interface
   */
  record Filtered(FirewallRule rule, Direction direction, Interface at) implements Step {
    @Override
    public Kind kind() {
      return at.vnic().isPresent() ? Kind.DISTRIBUTED_FIREWALL : Kind.GATEWAY_FIREWALL;
    }

    @Override
    public Optional<PolicyPath> path() {
      return Optional.of(rule.path());
    }

    @Override
    public String detail() {
      return direction + " " + rule.action();
    }
  }

  /** A NAT rule changed the packet, or exempted it from change. */
  record Translated(NatRule rule, Packet before, Packet after) implements Step {
    @Override
    public Kind kind() {
      return Kind.NAT;
    }

    @Override
    public Optional<PolicyPath> path() {
      return rule.path();
    }

    @Override
    public String detail() {
      boolean isSource = !before.source().equals(after.source()) || rule.action().isOfSource();
      return rule.action() + " " + (isSource ? after.source() : after.destination());
    }
  }

  /** A route was chosen. */
  record Routed(RoutingTable.Entry entry, RoutingTable.Way way) implements Step {
    @Override
    public Kind kind() {
      return Kind.ROUTE;
    }

    @Override
    public Optional<PolicyPath> path() {
      return way.route().origin();
    }

    @Override
    public String detail() {
      return way.route().source().code() + " " + way.route().network();
    }
  }

  /**
   * Went through a gateway's service router.
   *
   * @param path the edge node, or the gateway where none is named
   */
  record Centralized(Device gateway, Optional<PolicyPath> path) implements Step {
    @Override
    public Kind kind() {
      return Kind.SERVICE_ROUTER;
    }

    @Override
    public String detail() {
      return gateway.name();
    }
  }

  /** Crossed to the next device, or tried to. */
  record Crossed(Interface out) implements Step {
    @Override
    public Kind kind() {
      return Kind.LINK;
    }

    @Override
    public Optional<PolicyPath> path() {
      return out.path();
    }

    @Override
    public String detail() {
      return out.link();
    }
  }

  /**
   * Arrived at a load balancer's virtual server.
   *
   * @param member the address it goes on to, if it goes on
   */
  record Balanced(VirtualServer server, Device gateway, Optional<IpAddress> member)
      implements Step {
    @Override
    public Kind kind() {
      return Kind.LOAD_BALANCER;
    }

    @Override
    public Optional<PolicyPath> path() {
      return Optional.of(server.path());
    }

    @Override
    public String detail() {
      return member.map(address -> gateway.name() + " to " + address).orElse(gateway.name());
    }
  }

  /** Arrived, or went no further. */
  record Ended(Fate fate, Optional<PolicyPath> path, Supplier<String> reason) implements Step {
    @Override
    public Kind kind() {
      return fate == Fate.DELIVERED ? Kind.DELIVERED : Kind.DROPPED;
    }

    @Override
    public String detail() {
      return fate.name() + ": " + reason.get();
    }
  }

  /** What happened, in one word. */
  Kind kind();

  /** The policy object behind it, where there is one. */
  Optional<PolicyPath> path();

  /** The rest, for people. */
  String detail();

  /** What can happen. */
  enum Kind {
    RECEIVED,
    SESSION,
    DISTRIBUTED_FIREWALL,
    GATEWAY_FIREWALL,
    NAT,
    ROUTE,
    /** Went through a gateway's service router, on an edge node. */
    SERVICE_ROUTER,
    LINK,
    LOAD_BALANCER,
    DELIVERED,
    DROPPED
  }
}
