package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Attachments of VPCs, of which each has at most one, and the connectivity profiles that they lead
 * to.
 *
 * <p>Source: the API reference on the fields of {@code VpcConnectivityProfile} and {@code
 * VpcServiceGatewayConfig}.
 */
@Component
final class VpcAttachmentBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("VpcAttachment", "VpcConnectivityProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (Fields.is(document, "resource_type", "VpcAttachment")) {
      checkAlone(document, around, problems);
      return;
    }
    checkBlocks(document, "external_ip_blocks", "EXTERNAL", around, problems);
    checkBlocks(document, "private_tgw_ip_blocks", "PRIVATE", around, problems);
  }

  private static void checkAlone(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    around.in(Fields.parentPath(document).child("attachments")).stream()
        .map(Fields::ownPath)
        .filter(other -> !other.equals(own))
        .forEach(other ->
            problems.accept(
                Problem.conflict("/vpc_connectivity_profile", other + " is the attachment.")));
  }

  private static void checkBlocks(
      JsonNode document,
      String field,
      String visibility,
      Surroundings around,
      Consumer<Problem> problems) {
    List<String> blocks = Fields.texts(document, field);
    for (int i = 0; i < blocks.size(); i++) {
      Optional<JsonNode> block =
          Optional.of(blocks.get(i))
              .filter(PolicyPath::isPolicyPath)
              .map(PolicyPath::new)
              .flatMap(around::find);
      if (block.filter(b -> !Fields.is(b, "visibility", visibility)).isPresent()) {
        problems.accept(
            Problem.conflict(
                "/" + field + "/" + i, "The block's visibility is not " + visibility + "."));
      }
    }
  }

  /** A body can name a subnet before the attachment that its addresses come by, and its NAT. */
  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    List<Companion> touched = new ArrayList<>();
    if (Fields.is(document, "resource_type", "VpcAttachment")) {
      PolicyPath vpc = Fields.parentPath(document);
      touch(vpc.child("subnets"), "ip_addresses", around, touched);
      touch(vpc.child("ip-address-allocations"), "allocation_ips", around, touched);
      around.find(vpc).ifPresent(there -> touched.addAll(DefaultSnat.of(there, around)));
    } else {
      around.mentioning(Fields.ownPath(document), "vpc_connectivity_profile").stream()
          .flatMap(attachment -> around.find(Fields.parentPath(attachment)).stream())
          .forEach(vpc -> touched.addAll(DefaultSnat.of(vpc, around)));
    }
    return touched;
  }

  private static void touch(
      PolicyPath collection, String field, Surroundings around, List<Companion> touched) {
    around.in(collection).stream()
        .filter(waiting -> !Fields.isSet(waiting, field))
        .forEach(waiting -> touched.add(new Companion.Refreshed(Fields.ownPath(waiting))));
  }
}
