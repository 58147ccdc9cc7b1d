package io.nsxsim.realization;

import io.nsxsim.datapath.Identifiers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients learn only from a realized entity. Terraform reads {@code IpAddresses} and {@code
 * MacAddress} of a gateway's interface, and {@code allocation_ip} of an address allocation, the NSX
 * operator {@code cidr} of a subnet that was cut out of a block.
 */
final class ExtendedAttributes {

  /** The address that all ports of distributed routers share unless configured otherwise. */
  private static final String DISTRIBUTED_ROUTER_MAC = "02:50:56:56:44:52";

  private ExtendedAttributes() {}

  static ArrayNode of(JsonNode document, EntityTypes.Type type) {
    ArrayNode attributes = JsonMapper.shared().createArrayNode();
    if (type.name().equals("RealizedLogicalRouterPort")) {
      add(attributes, "IpAddresses", addresses(document));
      add(attributes, "MacAddress", List.of(mac(document)));
    }
    addText(attributes, "allocation_ip", document.path("allocation_ip").asString(""));
    addText(attributes, "cidr", document.path("allocated_cidr").asString(""));
    return attributes;
  }

  private static void addText(ArrayNode attributes, String key, String value) {
    if (!value.isEmpty()) {
      add(attributes, key, List.of(value));
    }
  }

  private static List<String> addresses(JsonNode document) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode subnet : document.path("subnets")) {
      String gateway = subnet.path("gateway_address").asString("");
      if (!gateway.isEmpty()) {
        addresses.add(gateway);
      }
      String length = subnet.path("prefix_len").asString("");
      subnet.path("ip_addresses").forEach(ip -> addresses.add(ip.asString("") + "/" + length));
    }
    return addresses;
  }

  private static String mac(JsonNode document) {
    return document.has("connectivity_path")
        ? DISTRIBUTED_ROUTER_MAC
        : Identifiers.mac(document.path("path").asString(""));
  }

  private static void add(ArrayNode attributes, String key, List<String> values) {
    ObjectNode attribute = attributes.addObject();
    attribute.put("data_type", "STRING");
    attribute.put("multivalue", values.size() > 1);
    attribute.put("key", key);
    ArrayNode list = attribute.putArray("values");
    values.forEach(list::add);
  }
}
