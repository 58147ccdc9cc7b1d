package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Pins the link between a tier-1, VPC or transit gateway and the gateway above it to a network.
 *
 * @param tier1Path the policy path of the lower one; several entries give it several links, which
 *     NSX itself never does
 * @param network a /31; its even address is the upper one's end
 */
public record RouterLink(
    @JsonProperty("tier1_path") String tier1Path, @JsonProperty("network") String network) {}
