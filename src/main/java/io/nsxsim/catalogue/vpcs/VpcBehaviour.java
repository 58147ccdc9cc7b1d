package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.projects.ShortIds;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * VPCs. One with a service profile, which is what all get unless they are configured the older way,
 * takes its blocks and gateway from the connectivity profile that it is attached to.
 *
 * <p>Source: the API reference on the fields of {@code Vpc}, for which of them go not together.
 */
@Component
final class VpcBehaviour implements Behaviour {

  private static final List<String> OLDER =
      List.of(
          "service_gateway",
          "default_gateway_path",
          "site_infos",
          "external_ipv4_blocks",
          "private_ipv4_blocks",
          "subnet_profiles",
          "dhcp_config");

  @Override
  public Set<String> kinds() {
    return Set.of("Vpc");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    ShortIds.fill(document, around);
    boolean older = OLDER.stream().anyMatch(field -> Fields.isSet(document, field));
    if (!older && !Fields.isSet(document, "vpc_service_profile")) {
      around.in(Fields.parentPath(document).child("vpc-service-profiles")).stream()
          .filter(profile -> profile.path("is_default").asBoolean(false))
          .findFirst()
          .ifPresent(
              profile -> document.put("vpc_service_profile", Fields.ownPath(profile).value()));
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    ShortIds.check(document, around, problems);
    for (String field : OLDER) {
      if (Fields.isSet(document, "vpc_service_profile") && Fields.isSet(document, field)) {
        problems.accept(
            new Problem(
                Reason.NOT_WITH_PROFILE, "/" + field, field + " goes not with a service profile."));
      }
    }
    checkPrivate(document, problems);
  }

  private static void checkPrivate(JsonNode document, Consumer<Problem> problems) {
    List<String> networks = Fields.texts(document, "private_ips");
    List<AddressRun> earlier = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      Optional<AddressRun> run = AddressRun.network(networks.get(i));
      if (run.filter(r -> earlier.stream().anyMatch(r::overlaps)).isPresent()) {
        problems.accept(
            Problem.conflict("/private_ips/" + i, networks.get(i) + " overlaps an earlier one."));
      }
      run.ifPresent(earlier::add);
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    List<Companion> companions = new ArrayList<>();
    List<PolicyPath> blocks = VpcBlocks.privateBlocks(document);
    List<String> networks = Fields.texts(document, "private_ips").stream().distinct().toList();
    for (int i = 0; i < blocks.size(); i++) {
      ObjectNode block = ((ObjectNode) document).objectNode();
      block.put("display_name", blocks.get(i).id()).put("visibility", "PRIVATE");
      block.put("cidr", networks.get(i)).putArray("cidrs").add(networks.get(i));
      companions.add(new Companion.Created(blocks.get(i), block));
    }
    around
        .previous(Fields.ownPath(document))
        .map(VpcBlocks::privateBlocks)
        .orElse(List.of())
        .stream()
        .filter(block -> !blocks.contains(block))
        .forEach(block -> companions.add(new Companion.Removed(block)));
    companions.addAll(VpcFirewall.of(document, around));
    companions.addAll(DefaultSnat.of(document, around));
    return companions;
  }
}
