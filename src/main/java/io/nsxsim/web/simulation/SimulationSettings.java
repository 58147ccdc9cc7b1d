package io.nsxsim.web.simulation;

import io.nsxsim.simulation.Options;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is not known of NSX and can be decided otherwise.
 *
 * @param gatewayReportsNoRoute whether a tier-0 or tier-1 without a route says so by ICMP
 * @param gatewayReportsMissingHost whether a tier-0 or tier-1 says by ICMP that nobody answers ARP
 *     for the destination
 * @param strictReversePath whether urpf_mode STRICT drops packets; an assumption otherwise
 * @param loadBalancerKeepsTtl whether a load balancer passes the client's TTL on to a pool member
 * @param autoMapIsRouterLink whether a load balancer's own address is that of its router link, also
 *     towards the tier-1's own segments
 */
@ConfigurationProperties("nsxsim.simulation")
public record SimulationSettings(
    @DefaultValue("false") boolean gatewayReportsNoRoute,
    @DefaultValue("true") boolean gatewayReportsMissingHost,
    @DefaultValue("false") boolean strictReversePath,
    @DefaultValue("false") boolean loadBalancerKeepsTtl,
    @DefaultValue("true") boolean autoMapIsRouterLink) {

  /** The same as the simulation takes it. */
  public Options options() {
    return new Options(
        gatewayReportsNoRoute,
        gatewayReportsMissingHost,
        strictReversePath,
        loadBalancerKeepsTtl,
        autoMapIsRouterLink);
  }
}
