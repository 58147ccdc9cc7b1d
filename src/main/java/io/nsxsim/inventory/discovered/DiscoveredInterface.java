package io.nsxsim.inventory.discovered;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * NSX's VirtualNetworkInterface.
 *
 * @param attachmentId the id of the segment port's attachment; empty, and left out of JSON, when
 *     the interface is not plugged in
 */
public record DiscoveredInterface(
    @JsonProperty("resource_type") String resourceType,
    @JsonProperty("external_id") String externalId,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("owner_vm_id") String ownerId,
    @JsonProperty("owner_vm_type") String ownerType,
    @JsonProperty("vm_local_id_on_host") String localIdOnHost,
    @JsonProperty("device_key") String deviceKey,
    @JsonProperty("device_name") String deviceName,
    @JsonProperty("mac_address") String macAddress,
    @JsonProperty("lport_attachment_id") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String attachmentId,
    @JsonProperty("ip_address_info") List<AddressSource> addresses) {

  /** Addresses, without prefix, and how NSX came to know them. */
  public record AddressSource(
      @JsonProperty("source") String source,
      @JsonProperty("ip_addresses") List<String> ipAddresses) {}
}
