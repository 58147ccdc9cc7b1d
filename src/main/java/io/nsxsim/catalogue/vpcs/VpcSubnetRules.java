package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.ipam.BlockUse;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a VPC subnet may not be: outside the blocks of its access mode, over another subnet, without
 * room, or something else than it was.
 *
 * <p>Source: the API reference on the fields of {@code VpcSubnet}. The code for a block without
 * room is the one that NSX has for subnets of pools.
 */
@Component
final class VpcSubnetRules implements Behaviour {

  private static final List<String> FOR_GOOD =
      List.of("access_mode", "ipv4_subnet_size", "ip_addresses", "ip_blocks");

  @Override
  public Set<String> kinds() {
    return Set.of("VpcSubnet");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<JsonNode> before = around.previous(Fields.ownPath(document));
    if (before.isPresent()) {
      for (String field : FOR_GOOD) {
        if (Fields.differs(before.get(), document, field)) {
          problems.accept(Problem.conflict("/" + field, field + " cannot be changed."));
        }
      }
    } else if (!Fields.isSet(document, "vlan_connection")) {
      checkNetwork(document, around, problems);
    }
    checkDhcp(document, around, problems);
    checkReserved(document, problems);
  }

  private static void checkNetwork(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String mode = document.path("access_mode").asString("");
    Optional<AddressRun> network = VpcSubnetBehaviour.firstNetwork(document);
    List<JsonNode> blocks = VpcSubnetBehaviour.blocks(document, around);
    if (network.isEmpty()) {
      problems.accept(noNetwork(document, mode, blocks));
      return;
    }
    if (mode.equals("Isolated")) {
      checkNeighbours(document, network.get(), around, problems);
      return;
    }
    Optional<JsonNode> block =
        blocks.stream().filter(b -> VpcSubnetBehaviour.holds(b, network.get())).findFirst();
    if (block.isEmpty()) {
      problems.accept(
          Problem.conflict(
              "/ip_addresses/0", "No block of the VPC for " + mode + " subnets has this network."));
      return;
    }
    boolean taken =
        BlockUse.whole(block.get(), around).cuts().entrySet().stream()
            .anyMatch(cut ->
                !cut.getKey().equals(Fields.ownPath(document))
                    && cut.getValue().overlaps(network.get()));
    if (taken) {
      problems.accept(
          Problem.conflict("/ip_addresses/0", "A part of this network is in use already."));
    }
  }

  private static Problem noNetwork(JsonNode document, String mode, List<JsonNode> blocks) {
    if (mode.equals("Isolated")) {
      return Problem.missing("/ip_addresses", "An Isolated subnet names its network.");
    }
    long size = document.path("ipv4_subnet_size").asLong(0);
    if (Long.bitCount(size) != 1) {
      return Problem.invalid("/ipv4_subnet_size", "The size is a power of two.");
    }
    return blocks.isEmpty()
        ? Problem.conflict("/access_mode", "The VPC has no IP block for " + mode + " subnets.")
        : new Problem(
            Reason.BLOCK_EXHAUSTED,
            "/ipv4_subnet_size",
            "No IP block of the VPC has room for a subnet of size " + size + ".");
  }

  private static void checkNeighbours(
      JsonNode document, AddressRun network, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    for (JsonNode other : around.in(Fields.parentPath(document).child("subnets"))) {
      boolean overlaps =
          VpcSubnetBehaviour.firstNetwork(other).filter(network::overlaps).isPresent();
      if (overlaps && !Fields.ownPath(other).equals(own)) {
        problems.accept(
            Problem.conflict("/ip_addresses/0", "The network overlaps " + Fields.ownPath(other)));
      }
    }
  }

  private static void checkDhcp(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode allocation = document.path("advanced_config").path("static_ip_allocation");
    if (VpcSubnetBehaviour.usesDhcp(document) && allocation.path("enabled").asBoolean(false)) {
      problems.accept(
          Problem.conflict(
              "/advanced_config/static_ip_allocation/enabled",
              "Static allocation goes not with DHCP."));
    }
    String mode = document.path("subnet_dhcp_config").path("mode").asString("");
    String needed =
        switch (mode) {
          case "DHCP_SERVER" -> "dhcp_server_config";
          case "DHCP_RELAY" -> "dhcp_relay_config";
          default -> "";
        };
    Optional<JsonNode> profile =
        around
            .find(Fields.parentPath(document))
            .flatMap(vpc -> Fields.target(vpc, "vpc_service_profile", around));
    if (!needed.isEmpty() && profile.filter(p -> !p.path("dhcp_config").has(needed)).isPresent()) {
      problems.accept(
          Problem.conflict(
              "/subnet_dhcp_config/mode", "The VPC's service profile has no " + needed + "."));
    }
    if (mode.equals("DHCP_RELAY")
        && document.path("subnet_dhcp_config").has("dhcp_server_additional_config")) {
      problems.accept(
          Problem.conflict(
              "/subnet_dhcp_config/dhcp_server_additional_config", "A relay has no server."));
    }
  }

  private static void checkReserved(JsonNode document, Consumer<Problem> problems) {
    JsonNode config = document.path("subnet_dhcp_config").path("dhcp_server_additional_config");
    Optional<AddressRun> network = VpcSubnetBehaviour.firstNetwork(document);
    List<String> ranges = Fields.texts(config, "reserved_ip_ranges");
    for (int i = 0; i < ranges.size(); i++) {
      Optional<AddressRun> run = AddressRun.element(ranges.get(i));
      if (network.isPresent() && run.filter(network.get()::contains).isEmpty()) {
        problems.accept(
            Problem.conflict(
                "/subnet_dhcp_config/dhcp_server_additional_config/reserved_ip_ranges/" + i,
                ranges.get(i) + " is not in the subnet."));
      }
    }
  }
}
