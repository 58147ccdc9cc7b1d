package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a gateway has at a site.
 *
 * <p>Source: the API reference on {@code edge_cluster_path} (assigned by itself on a tier-0 where
 * there is only one cluster) and {@code ha_vip_configs} (only with {@code ACTIVE_STANDBY}).
 */
@Component
final class LocaleServicesBehaviour implements Behaviour {

  private static final PolicyPath EDGE_CLUSTERS =
      new PolicyPath("/infra/sites/default/enforcement-points/default/edge-clusters");

  @Override
  public Set<String> kinds() {
    return Set.of("LocaleServices");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!Fields.isSet(document, "edge_cluster_path") && isOfPlainTier0(document, around)) {
      List<JsonNode> clusters = around.in(EDGE_CLUSTERS);
      if (clusters.size() == 1) {
        document.put("edge_cluster_path", Fields.ownPath(clusters.getFirst()).value());
      }
    }
  }

  private static boolean isOfPlainTier0(JsonNode document, Surroundings around) {
    return isOfTier0(document)
        && around
            .find(Fields.parentPath(document))
            .filter(tier0 -> !tier0.has("vrf_config"))
            .isPresent();
  }

  private static boolean isOfTier0(JsonNode document) {
    return Fields.ownPath(document).value().contains("/tier-0s/");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (!isOfTier0(document)) {
      refuseOnTier1("ha_vip_configs", document, problems);
      return;
    }
    boolean activeActive =
        around
            .find(Fields.parentPath(document))
            .filter(tier0 -> Fields.is(tier0, "ha_mode", "ACTIVE_ACTIVE"))
            .isPresent();
    if (activeActive && Fields.isSet(document, "ha_vip_configs")) {
      problems.accept(
          Problem.conflict(
              "/ha_vip_configs", "Only an ACTIVE_STANDBY tier-0 can have a virtual IP address."));
    }
  }

  private static void refuseOnTier1(String field, JsonNode document, Consumer<Problem> problems) {
    if (Fields.isSet(document, field)) {
      problems.accept(Problem.conflict("/" + field, field + " is for tier-0 gateways only."));
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    return List.of(new Companion.Refreshed(Fields.parentPath(document)));
  }
}
