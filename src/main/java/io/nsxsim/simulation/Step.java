package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * One thing that happened to a packet.
 *
 * @param path the policy object behind it, where there is one
 * @param detail for people
 */
public record Step(Kind kind, Optional<PolicyPath> path, String detail) {

  /** What can happen. */
  public enum Kind {
    /** Came in by an interface. */
    RECEIVED,
    /** Belongs to a flow that is already known here. */
    SESSION,
    /** A distributed firewall rule decided. */
    DISTRIBUTED_FIREWALL,
    /** A gateway firewall rule decided. */
    GATEWAY_FIREWALL,
    /** A NAT rule changed it or exempted it from change. */
    NAT,
    /** A route was chosen. */
    ROUTE,
    /** Went through a gateway's service router, on an edge node. */
    SERVICE_ROUTER,
    /** Crossed to the next device. */
    LINK,
    /** Arrived at a load balancer's virtual server. */
    LOAD_BALANCER,
    /** Arrived. */
    DELIVERED,
    /** Went no further. */
    DROPPED
  }
}
