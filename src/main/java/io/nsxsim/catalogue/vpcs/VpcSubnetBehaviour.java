package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.ipam.BlockSpace;
import io.nsxsim.catalogue.ipam.BlockUse;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a VPC subnet its network: the one that is asked for, or the lowest free one of the size in
 * the blocks of its access mode. Its first address is the gateway, the next the DHCP server.
 *
 * <p>Sources: the API reference on the fields of {@code VpcSubnet}, {@code SubnetAdvancedConfig}
 * and {@code SubnetDhcpConfig}; a subnet of a manager of release 9 as the public NSX operator sends
 * it back; that operator on when static allocation is on unless said otherwise.
 */
@Component
final class VpcSubnetBehaviour implements Behaviour {

  private static final int DEFAULT_SIZE = 64;
  private static final List<String> FOR_GOOD =
      List.of("ip_addresses", "ip_blocks", "ipv4_subnet_size");

  @Override
  public Set<String> kinds() {
    return Set.of("VpcSubnet");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!Fields.isSet(document, "vlan_connection")) {
      around
          .find(Fields.ownPath(document))
          .filter(before -> Fields.isSet(before, "ip_addresses"))
          .ifPresentOrElse(before -> keep(document, before), () -> takeNetwork(document, around));
    }
    fillDhcp(document);
    fillAdvanced(document);
  }

  private static void keep(ObjectNode document, JsonNode before) {
    for (String field : FOR_GOOD) {
      if (before.has(field) && !Fields.isSet(document, field)) {
        document.set(field, before.path(field).deepCopy());
      }
    }
  }

  private static void takeNetwork(ObjectNode document, Surroundings around) {
    List<JsonNode> blocks = blocks(document, around);
    if (Fields.isSet(document, "ip_addresses")) {
      document.remove("ipv4_subnet_size");
      firstNetwork(document)
          .flatMap(network -> blocks.stream().filter(b -> holds(b, network)).findFirst())
          .ifPresent(block -> setBlock(document, block));
      return;
    }
    if (!Fields.isSet(document, "ipv4_subnet_size")) {
      document.put("ipv4_subnet_size", DEFAULT_SIZE);
    }
    BigInteger size = BigInteger.valueOf(document.path("ipv4_subnet_size").asLong(0));
    if (size.signum() <= 0 || size.bitCount() != 1) {
      return;
    }
    for (JsonNode block : blocks) {
      Optional<AddressRun> network =
          BlockUse.whole(block, around).nextFree(BlockSpace.usable(block), size);
      if (network.isPresent()) {
        document.putArray("ip_addresses").add(network.get().networkText());
        setBlock(document, block);
        return;
      }
    }
  }

  private static void setBlock(ObjectNode document, JsonNode block) {
    if (!Fields.isSet(document, "ip_blocks")) {
      document.putArray("ip_blocks").add(Fields.ownPath(block).value());
    }
  }

  /** The blocks that a subnet may be cut out of: those of its mode, or the ones that it names. */
  static List<JsonNode> blocks(JsonNode document, Surroundings around) {
    PolicyPath vpc = Fields.parentPath(document);
    if (around.find(vpc).isEmpty()) {
      return List.of();
    }
    List<String> named = Fields.texts(document, "ip_blocks");
    return VpcBlocks.of(vpc, document.path("access_mode").asString(""), around).stream()
        .filter(block -> named.isEmpty() || named.contains(Fields.ownPath(block).value()))
        .toList();
  }

  static boolean holds(JsonNode block, AddressRun network) {
    return BlockSpace.usable(block).stream().anyMatch(run -> run.contains(network));
  }

  static Optional<AddressRun> firstNetwork(JsonNode document) {
    return Fields.texts(document, "ip_addresses").stream()
        .map(AddressRun::network)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static void fillDhcp(ObjectNode document) {
    JsonNode older = document.path("dhcp_config");
    if (!document.has("subnet_dhcp_config") && !older.has("enable_dhcp")) {
      document.putObject("subnet_dhcp_config");
    }
    if (!(document.path("subnet_dhcp_config") instanceof ObjectNode config)) {
      return;
    }
    if (!config.has("mode")) {
      config.put("mode", "DHCP_DEACTIVATED");
    }
    if (Fields.is(config, "mode", "DHCP_SERVER") && !config.has("dhcp_server_additional_config")) {
      config.putObject("dhcp_server_additional_config");
    }
  }

  /** Tells whether machines of a subnet get their addresses by DHCP. */
  static boolean usesDhcp(JsonNode document) {
    String mode = document.path("subnet_dhcp_config").path("mode").asString("");
    return mode.equals("DHCP_SERVER")
        || mode.equals("DHCP_RELAY")
        || document.path("dhcp_config").path("enable_dhcp").asBoolean(false);
  }

  private static void fillAdvanced(ObjectNode document) {
    if (!document.has("advanced_config")) {
      document.putObject("advanced_config");
    }
    if (!(document.path("advanced_config") instanceof ObjectNode config)) {
      return;
    }
    if (!config.has("connectivity_state")) {
      config.put("connectivity_state", "CONNECTED");
    }
    if (!config.has("static_ip_allocation")) {
      config.putObject("static_ip_allocation");
    }
    if (config.path("static_ip_allocation") instanceof ObjectNode allocation
        && !allocation.has("enabled")) {
      allocation.put("enabled", !usesDhcp(document));
    }
    List<AddressRun> networks = new ArrayList<>();
    Fields.texts(document, "ip_addresses")
        .forEach(text -> AddressRun.network(text).ifPresent(networks::add));
    fillHosts(config, "gateway_addresses", networks, 1);
    if (document.path("subnet_dhcp_config").path("mode").asString("").equals("DHCP_SERVER")) {
      fillHosts(config, "dhcp_server_addresses", networks, 2);
    }
  }

  private static void fillHosts(
      ObjectNode config, String field, List<AddressRun> networks, int number) {
    if (Fields.isSet(config, field)) {
      return;
    }
    ArrayNode hosts = config.arrayNode();
    for (AddressRun network : networks) {
      BigInteger address = network.first().add(BigInteger.valueOf(number));
      if (address.compareTo(network.last()) < 0) {
        String prefix = network.networkText().replaceAll(".*/", "/");
        hosts.add(new AddressRun(network.bits(), address, address).firstText() + prefix);
      }
    }
    if (!hosts.isEmpty()) {
      config.set(field, hosts);
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    List<Companion> touched = new ArrayList<>();
    for (String block : Fields.texts(document, "ip_blocks")) {
      Optional.of(block)
          .filter(PolicyPath::isPolicyPath)
          .map(PolicyPath::new)
          .filter(path -> around.find(path).isPresent())
          .ifPresent(path -> touched.add(new Companion.Refreshed(path)));
    }
    for (JsonNode pool : around.in(Fields.ownPath(document).child("ip-pools"))) {
      touched.add(new Companion.Refreshed(Fields.ownPath(pool)));
    }
    return touched;
  }
}
