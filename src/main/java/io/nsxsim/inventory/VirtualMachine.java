package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A virtual machine or a pod that runs as one (podVM). */
public record VirtualMachine(
    @JsonProperty("id") String id,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("kind") Kind kind,
    @JsonProperty("power_state") PowerState powerState,
    @JsonProperty("tags") List<Tag> tags,
    @JsonProperty("interfaces") List<NetworkInterface> interfaces) {

  /** What kind of machine it is. */
  public enum Kind {
    VM,
    POD_VM
  }

  /** NSX's power states. */
  public enum PowerState {
    VM_RUNNING,
    VM_STOPPED,
    VM_SUSPENDED,
    UNKNOWN
  }

  /** A tag as NSX has it. */
  public record Tag(@JsonProperty("scope") String scope, @JsonProperty("tag") String tag) {}

  /**
   * A virtual network card.
   *
   * @param segmentPortPath the policy path of the segment port it is plugged into, or empty
   * @param macAddress six lower-case octets with colons
   * @param ipAddresses addresses with their prefix, such as {@code 10.244.0.35/28}
   * @param defaultGateway an address without prefix, or empty
   * @param mtu bytes
   */
  public record NetworkInterface(
      @JsonProperty("segment_port_path") String segmentPortPath,
      @JsonProperty("mac_address") String macAddress,
      @JsonProperty("ip_addresses") List<String> ipAddresses,
      @JsonProperty("default_gateway") String defaultGateway,
      @JsonProperty("mtu") int mtu) {}
}
