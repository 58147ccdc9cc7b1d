package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A host somewhere behind a physical router.
 *
 * @param ipAddress without prefix
 * @param dnsNames the first one is printed
 * @param routerId the physical router it lies behind
 * @param hops the routers between that router and the host, nearest first
 */
public record ExternalHost(
    @JsonProperty("id") String id,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("ip_address") String ipAddress,
    @JsonProperty("dns_names") List<String> dnsNames,
    @JsonProperty("router_id") String routerId,
    @JsonProperty("hops") List<Hop> hops) {

  /** A router on the way; one without an address ({@code ""}) is silent. */
  public record Hop(
      @JsonProperty("ip_address") String ipAddress, @JsonProperty("dns_name") String dnsName) {}
}
