package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The addresses that the allocations of a VPC or project hold without naming the block that they
 * come from: NSX fills in {@code allocation_ips} but not {@code ip_block}.
 */
final class HeldAddresses implements Index {

  private static final List<String> GIVEN_TO = List.of("external_ipv4_blocks");
  private static final List<String> NAMED_BY =
      List.of("external_ip_blocks", "private_tgw_ip_blocks");

  private final Map<PolicyPath, JsonNode> holders = new TreeMap<>();

  @Override
  public void put(PolicyPath path, JsonNode document) {
    if (Fields.isSet(document, "ip_block") || !Fields.isSet(document, "allocation_ips")) {
      holders.remove(path);
    } else {
      holders.put(path, document);
    }
  }

  @Override
  public void remove(PolicyPath path) {
    holders.remove(path);
  }

  /** Who holds which addresses of a block, in all projects that use it. */
  static Map<PolicyPath, AddressRun> of(JsonNode block, Surroundings around) {
    Map<PolicyPath, AddressRun> held = new TreeMap<>();
    for (PolicyPath project : users(Fields.ownPath(block), around)) {
      List<PolicyPath> collections = new ArrayList<>();
      collections.add(project.child("ip-address-allocations"));
      for (JsonNode vpc : around.in(project.child("vpcs"))) {
        collections.add(Fields.ownPath(vpc).child("ip-address-allocations"));
      }
      for (PolicyPath collection : collections) {
        in(collection, around).holders.values().stream()
            .filter(holder -> isFrom(block, holder))
            .forEach(holder -> run(holder).ifPresent(r -> held.put(Fields.ownPath(holder), r)));
      }
    }
    return held;
  }

  private static HeldAddresses in(PolicyPath collection, Surroundings around) {
    return around.index(
        collection,
        HeldAddresses.class,
        () -> {
          HeldAddresses addresses = new HeldAddresses();
          around.in(collection).forEach(one -> addresses.put(Fields.ownPath(one), one));
          return addresses;
        });
  }

  private static Set<PolicyPath> users(PolicyPath block, Surroundings around) {
    Set<PolicyPath> projects = new TreeSet<>();
    project(block).ifPresent(projects::add);
    for (String field : GIVEN_TO) {
      around
          .mentioning(block, field)
          .forEach(p -> project(Fields.ownPath(p)).ifPresent(projects::add));
    }
    for (String field : NAMED_BY) {
      around
          .mentioning(block, field)
          .forEach(p -> project(Fields.ownPath(p)).ifPresent(projects::add));
    }
    return projects;
  }

  private static Optional<PolicyPath> project(PolicyPath path) {
    List<String> segments = path.segments();
    return segments.size() >= 4 && segments.getFirst().equals("orgs")
        ? Optional.of(PolicyPath.of(segments.subList(0, 4)))
        : Optional.empty();
  }

  /**
   * Tells whether an allocation that names no block can be out of this one. The private blocks of
   * several VPCs may be the same network, but each has the name of its VPC.
   */
  static boolean isFrom(JsonNode block, JsonNode holder) {
    String visibility = holder.path("ip_address_block_visibility").asString("EXTERNAL");
    String id = Fields.ownPath(block).id();
    boolean ofVpc = id.startsWith(Fields.parentPath(holder).id() + "-");
    boolean fits =
        switch (visibility) {
          case "PRIVATE" -> ofVpc;
          case "PRIVATE_TGW" -> Fields.is(block, "visibility", "PRIVATE") && !ofVpc;
          default -> Fields.is(block, "visibility", "EXTERNAL");
        };
    return fits
        && run(holder)
            .filter(run -> BlockSpace.named(block).stream().anyMatch(part -> part.contains(run)))
            .isPresent();
  }

  static Optional<AddressRun> run(JsonNode holder) {
    return Fields.text(holder, "allocation_ips").flatMap(AddressRun::element);
  }
}
