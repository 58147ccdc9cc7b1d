package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The IP blocks that a VPC may take addresses from. Each network in {@code private_ips} is a block
 * of the project, made by NSX and named after the VPC and the network; the others are those of the
 * connectivity profile that the VPC is attached to.
 *
 * <p>Source: the API reference on {@code private_ips} and {@code ip_blocks}; the blocks' names are
 * those that a manager of release 9 shows to the public NSX operator.
 *
 * @param find reads an object
 * @param in reads the objects of a collection
 */
record VpcBlocks(
    Function<PolicyPath, Optional<JsonNode>> find, Function<PolicyPath, List<JsonNode>> in) {

  /** The blocks for a subnet's access mode, or an allocation's visibility. */
  static List<JsonNode> of(PolicyPath vpc, String mode, Surroundings around) {
    return new VpcBlocks(around::find, around::in).of(vpc, mode);
  }

  /** The blocks for a subnet's access mode, or an allocation's visibility. */
  List<JsonNode> of(PolicyPath vpc, String mode) {
    List<PolicyPath> paths =
        switch (mode) {
          case "Private", "PRIVATE" -> privatePaths(vpc);
          case "Private_TGW", "PRIVATE_TGW" -> ofProfile(vpc, "private_tgw_ip_blocks", "-");
          case "Public", "EXTERNAL" -> ofProfile(vpc, "external_ip_blocks", "external_ipv4_blocks");
          default -> List.of();
        };
    return paths.stream().distinct().map(find).flatMap(Optional::stream).toList();
  }

  private List<PolicyPath> privatePaths(PolicyPath vpc) {
    JsonNode document = find.apply(vpc).orElseThrow();
    List<PolicyPath> paths = new ArrayList<>(privateBlocks(document));
    paths.addAll(paths(document, "private_ipv4_blocks"));
    return paths;
  }

  /** The paths of the blocks that NSX makes for a VPC. */
  static List<PolicyPath> privateBlocks(JsonNode vpc) {
    PolicyPath path = Fields.ownPath(vpc);
    PolicyPath blocks = Fields.parentPath(vpc).child("infra/ip-blocks");
    return Fields.texts(vpc, "private_ips").stream()
        .map(network -> blocks.child(path.id() + "-" + network.replaceAll("[./:]", "_")))
        .distinct()
        .toList();
  }

  private List<PolicyPath> ofProfile(PolicyPath vpc, String field, String ownField) {
    List<PolicyPath> paths = new ArrayList<>();
    for (JsonNode attachment : in.apply(vpc.child("attachments"))) {
      Fields.path(attachment, "vpc_connectivity_profile")
          .flatMap(find)
          .ifPresent(profile -> paths.addAll(paths(profile, field)));
    }
    find.apply(vpc).ifPresent(document -> paths.addAll(paths(document, ownField)));
    return paths;
  }

  private static List<PolicyPath> paths(JsonNode document, String field) {
    return Fields.texts(document, field).stream()
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .toList();
  }
}
