package io.nsxsim.catalogue.vpcs;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a VPC's machines appear as outside: a gateway for services that translates by default is
 * given an external address, and for each private network of the VPC there is a rule in its NAT
 * section {@code DEFAULT} that translates to it.
 *
 * <p>Source: the API reference on {@code VpcNatConfig}, {@code ServiceGateway} and {@code
 * preferred_default_snat_ip}; the public NSX operator reads the rules there and says that there is
 * one for each private block. The ids are ours.
 */
final class DefaultSnat {

  private static final String ALLOCATION = "default-snat-ip";
  private static final String RULES = "nat/DEFAULT/nat-rules";

  private final JsonNode vpc;
  private final PolicyPath path;
  private final Surroundings around;

  private DefaultSnat(JsonNode vpc, Surroundings around) {
    this.vpc = vpc;
    this.path = Fields.ownPath(vpc);
    this.around = around;
  }

  /**
   * The allocation that a gateway is to have, with what the client has chosen of it.
   *
   * @param block the path of the only block that it may be out of
   */
  private record Wish(Optional<String> address, Optional<String> block) {}

  /** What is to be made and taken away so that a VPC translates as it is configured. */
  static List<Companion> of(JsonNode vpc, Surroundings around) {
    return new DefaultSnat(vpc, around).companions();
  }

  /** The same when the address itself has been allocated; nothing for any other allocation. */
  static List<Companion> ofAllocation(JsonNode allocation, Surroundings around) {
    PolicyPath own = Fields.ownPath(allocation);
    return own.id().equals(ALLOCATION) && own.segments().contains("vpcs")
        ? around
            .find(Fields.parentPath(allocation))
            .map(vpc -> new DefaultSnat(vpc, around).rules(allocation))
            .orElse(List.of())
        : List.of();
  }

  private List<Companion> companions() {
    PolicyPath place = path.child("ip-address-allocations/" + ALLOCATION);
    Optional<JsonNode> allocation = around.find(place);
    Optional<Wish> wish = wish();
    List<Companion> companions = new ArrayList<>();
    if (wish.isEmpty()) {
      if (allocation.isPresent()) {
        ruleDocuments().forEach(rule -> companions.add(new Companion.Removed(rule)));
        companions.add(new Companion.Removed(place));
      }
    } else if (allocation.isPresent() || canGive(wish.get())) {
      companions.add(new Companion.Created(place, body(wish.get())));
      allocation.ifPresent(there -> companions.addAll(rules(there)));
    }
    return companions;
  }

  private Optional<Wish> wish() {
    for (JsonNode attachment : around.in(path.child("attachments"))) {
      JsonNode gateway =
          Fields.path(attachment, "vpc_connectivity_profile")
              .flatMap(around::find)
              .map(profile -> profile.path("service_gateway"))
              .orElse(attachment.path("service_gateway"));
      JsonNode nat = gateway.path("nat_config");
      if (gateway.path("enable").asBoolean(false)
          && nat.path("enable_default_snat").asBoolean(false)) {
        return Optional.of(
            new Wish(
                Fields.text(attachment, "preferred_default_snat_ip"),
                Fields.text(nat, "auto_snat_ip_block")));
      }
    }
    JsonNode older = vpc.path("service_gateway");
    return older.path("auto_snat").asBoolean(false) && !older.path("disable").asBoolean(false)
        ? Optional.of(new Wish(Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  /** A VPC is not refused because the blocks are used up: it is just not translated. */
  private boolean canGive(Wish wish) {
    return wish.address().isPresent()
        || VpcBlocks.of(path, "EXTERNAL", around).stream()
            .filter(block ->
                wish.block().isEmpty() || Fields.ownPath(block).value().equals(wish.block().get()))
            .anyMatch(block ->
                BlockUse.whole(block, around)
                    .nextFree(BlockSpace.usable(block), BigInteger.ONE)
                    .isPresent());
  }

  private ObjectNode body(Wish wish) {
    ObjectNode body = ((ObjectNode) vpc).objectNode().put("allocation_size", 1);
    body.put("ip_address_block_visibility", "EXTERNAL");
    wish.address().ifPresent(address -> body.put("allocation_ips", address));
    wish.block().ifPresent(block -> body.put("ip_block", block));
    return body;
  }

  private List<Companion> rules(JsonNode allocation) {
    List<Companion> companions = new ArrayList<>();
    Map<PolicyPath, String> sources = sources();
    Fields.text(allocation, "allocation_ips")
        .ifPresent(address ->
            sources.forEach((place, network) ->
                companions.add(new Companion.Created(place, rule(network, address)))));
    ruleDocuments().stream()
        .filter(rule -> !sources.containsKey(rule))
        .forEach(rule -> companions.add(new Companion.Removed(rule)));
    return companions;
  }

  private ObjectNode rule(String network, String address) {
    ObjectNode rule = ((ObjectNode) vpc).objectNode().put("action", "SNAT");
    return rule.put("source_network", network).put("translated_network", address);
  }

  /** The private networks by the places of their rules. */
  private Map<PolicyPath, String> sources() {
    List<String> networks = new ArrayList<>(Fields.texts(vpc, "private_ips"));
    Fields.texts(vpc, "private_ipv4_blocks").stream()
        .filter(PolicyPath::isPolicyPath)
        .flatMap(block -> around.find(new PolicyPath(block)).stream())
        .flatMap(block -> BlockSpace.named(block).stream())
        .map(AddressRun::networkText)
        .forEach(networks::add);
    Map<PolicyPath, String> sources = new TreeMap<>();
    networks.stream()
        .filter(network -> network.indexOf(':') < 0)
        .forEach(network ->
            sources.put(path.child(RULES).child(network.replaceAll("[./]", "_")), network));
    return sources;
  }

  private List<PolicyPath> ruleDocuments() {
    return around.in(path.child(RULES)).stream()
        .filter(rule -> rule.path("_system_owned").asBoolean(false))
        .map(Fields::ownPath)
        .toList();
  }
}
