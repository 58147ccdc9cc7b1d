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
 */
@ConfigurationProperties("nsxsim.simulation")
record SimulationSettings(
    @DefaultValue("false") boolean gatewayReportsNoRoute,
    @DefaultValue("true") boolean gatewayReportsMissingHost) {

  Options options() {
    return new Options(gatewayReportsNoRoute, gatewayReportsMissingHost);
  }
}
