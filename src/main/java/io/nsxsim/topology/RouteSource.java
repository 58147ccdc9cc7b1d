package io.nsxsim.topology;

/**
 * Where a route comes from. The codes are those of NSX's forwarding tables; the distances are NSX's
 * defaults (connected 0, static 1, EBGP 20, IBGP 200, from tier-1s 3).
 */
public enum RouteSource {
  CONNECTED("c", 0),
  STATIC("s", 1),
  BGP("b", 20),
  OSPF("o", 110),
  TIER0_EXTERNAL("t0c", 0),
  TIER0_SEGMENT("t0c", 0),
  TIER0_SERVICE("t0c", 0),
  TIER0_LOOPBACK("t0c", 0),
  TIER0_ROUTER_LINK("t0c", 0),
  TIER0_STATIC("t0s", 1),
  TIER0_NAT("t0n", 0),
  TIER0_DNS("t0d", 0),
  TIER0_IPSEC("t0ipsec", 0),
  /** Told by another VRF of the same tier-0. */
  INTER_VRF("ivs", 1),
  /** What a policy-based VPN session takes. */
  VPN("ipsec", 0),
  TIER1_SEGMENT("t1c", 3),
  TIER1_SERVICE("t1c", 3),
  TIER1_STATIC("t1s", 3),
  TIER1_NAT("t1n", 3),
  TIER1_LB_VIP("t1l", 3),
  TIER1_LB_SNAT("t1ls", 3),
  TIER1_DNS("t1d", 3),
  TIER1_IPSEC("t1ipsec", 3),
  /** What a transit gateway tells its tier-0, as NSX's redistribution calls it. */
  TGW_STATIC("tgws", 1),
  /** A tier-1's default route to its tier-0. */
  TIER1_DEFAULT("t0", 3);

  private final String code;
  private final int distance;

  RouteSource(String code, int distance) {
    this.code = code;
    this.distance = distance;
  }

  /** NSX's {@code route_type}. */
  public String code() {
    return code;
  }

  /** The administrative distance unless the configuration says otherwise. */
  public int distance() {
    return distance;
  }
}
