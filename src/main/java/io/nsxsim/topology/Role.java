package io.nsxsim.topology;

/** What an interface is for. */
public enum Role {
  /** A tier-0's or distributed transit gateway's interface to the physical network. */
  EXTERNAL,
  /** The lower end of a router link: a tier-1's, or a VPC's to its transit gateway. */
  LINK_TO_TIER0,
  /** The upper end of a router link. */
  LINK_TO_TIER1,
  /** A gateway's address in a segment that is connected to it. */
  DOWNLINK,
  /** A gateway's service interface; it needs an edge. */
  SERVICE,
  /** A tier-0's loopback. */
  LOOPBACK,
  /** A network card of a machine or pod. */
  NIC,
  /** A Kubernetes node's address towards its pods. */
  POD_GATEWAY,
  /** A Kubernetes node's end of the overlay between nodes. */
  TUNNEL,
  /** An interface of a router outside NSX. */
  PHYSICAL;

  /** Tells whether NAT applies here unless a rule names another interface. */
  public boolean isBoundary() {
    return this == EXTERNAL || this == LINK_TO_TIER0 || this == NIC;
  }

  /**
   * Tells whether a gateway's firewall applies here unless a rule names another interface: at
   * uplinks and service interfaces (NSX documentation), all of which are on an edge.
   */
  public boolean isFiltered() {
    return isBoundary() || this == SERVICE;
  }
}
