package io.nsxsim.simulation;

/**
 * What is not known of NSX and had to be decided.
 *
 * @param gatewayReportsNoRoute whether a gateway without a route says so by ICMP; default no
 * @param gatewayReportsMissingHost whether a gateway says by ICMP that nobody answers ARP for the
 *     destination, as Linux does; default yes
 */
public record Options(boolean gatewayReportsNoRoute, boolean gatewayReportsMissingHost) {

  /** The documented defaults. */
  public static final Options DEFAULT = new Options(false, true);
}
