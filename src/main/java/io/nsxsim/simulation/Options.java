package io.nsxsim.simulation;

/**
 * What is not known of NSX and had to be decided.
 *
 * @param gatewayReportsNoRoute whether a gateway without a route says so by ICMP; default no
 * @param gatewayReportsMissingHost whether a gateway says by ICMP that nobody answers ARP for the
 *     destination, as Linux does; default yes
 * @param strictReversePath whether an interface with {@code urpf_mode} STRICT drops what it would
 *     not send the answer to; default no, as it is not known whether STRICT is the product's
 *     default
 * @param loadBalancerKeepsTtl whether what a load balancer sends to a pool member carries on the
 *     client's TTL; default no, so a probe that a virtual server serves is answered as from there
 * @param autoMapIsRouterLink whether a load balancer that takes its own address for the client's
 *     has that of its router link also towards segments of its own; default yes, else the address
 *     that the member is reached from
 */
public record Options(
    boolean gatewayReportsNoRoute,
    boolean gatewayReportsMissingHost,
    boolean strictReversePath,
    boolean loadBalancerKeepsTtl,
    boolean autoMapIsRouterLink) {

  /** The documented defaults. */
  public static final Options DEFAULT = new Options(false, true, false, false, true);
}
