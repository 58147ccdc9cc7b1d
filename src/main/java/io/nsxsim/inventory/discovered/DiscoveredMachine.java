package io.nsxsim.inventory.discovered;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.inventory.VirtualMachine;
import java.util.List;

/** NSX's VirtualMachine. */
public record DiscoveredMachine(
    @JsonProperty("resource_type") String resourceType,
    @JsonProperty("external_id") String externalId,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("compute_ids") List<String> computeIds,
    @JsonProperty("local_id_on_host") String localIdOnHost,
    @JsonProperty("power_state") VirtualMachine.PowerState powerState,
    @JsonProperty("type") String type,
    @JsonProperty("tags") List<VirtualMachine.Tag> tags) {

  static DiscoveredMachine of(VirtualMachine machine) {
    String externalId = ExternalId.of(machine);
    return new DiscoveredMachine(
        "VirtualMachine",
        externalId,
        machine.displayName(),
        List.of(
            "moIdOnHost:" + machine.id(),
            "externalId:" + externalId,
            "instanceUuid:" + externalId,
            "biosUuid:" + externalId),
        machine.id(),
        machine.powerState(),
        "REGULAR",
        machine.tags());
  }
}
