package io.nsxsim.catalogue.projects;

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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Projects: the site and span that they are on unless told otherwise, and a transit gateway and the
 * profiles that their VPCs use.
 *
 * <p>Sources: the API reference on the fields of {@code Project}, {@code SiteInfo} and {@code
 * VpcDeploymentScope}; the public Terraform provider, which expects one {@code site_infos} of each
 * project. What the default connectivity profile has of the project's blocks is not documented: it
 * has those that the project is created with.
 */
@Component
final class ProjectBehaviour implements Behaviour {

  private static final String SUFFIX = "id_suffix";
  private static final PolicyPath SITE = new PolicyPath("/infra/sites/default");
  private static final PolicyPath SPAN = new PolicyPath("/infra/network-spans/default");

  @Override
  public Set<String> kinds() {
    return Set.of("Project");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    ShortIds.fill(document, around);
    around
        .find(Fields.ownPath(document))
        .flatMap(before -> Fields.text(before, SUFFIX))
        .filter(suffix -> !Fields.isSet(document, SUFFIX))
        .ifPresent(suffix -> document.put(SUFFIX, suffix));
    document.put("default", Fields.ownPath(document).id().equals("default"));
    if (!Fields.isSet(document, "site_infos") && around.find(SITE).isPresent()) {
      document.putArray("site_infos").addObject().put("site_path", SITE.value());
    }
    document.path("site_infos").forEach(site -> fillSite(site, around));
    if (lacksScope(document) && around.find(SPAN).isPresent()) {
      document
          .putObject("vpc_deployment_scope")
          .putArray("span_references")
          .addObject()
          .put("span_path", SPAN.value())
          .put("is_default", true);
    }
  }

  private static boolean lacksScope(JsonNode document) {
    JsonNode scope = document.path("vpc_deployment_scope");
    return (scope.isMissingNode() || scope.isObject())
        && !Fields.isSet(scope, "span_references")
        && !Fields.isSet(scope, "zone_external_ids");
  }

  private static void fillSite(JsonNode site, Surroundings around) {
    if (site instanceof ObjectNode info
        && !Fields.isSet(info, "site_path")
        && around.find(SITE).isPresent()) {
      info.put("site_path", SITE.value());
    }
    if (site instanceof ObjectNode info && !Fields.isSet(info, "transport_zone_paths")) {
      PolicyPath zones = SITE.child("enforcement-points/default/transport-zones");
      around.in(zones).stream()
          .filter(zone -> zone.path("is_default").asBoolean(false))
          .filter(zone -> zone.path("tz_type").asString("").startsWith("OVERLAY"))
          .findFirst()
          .ifPresent(zone -> info.putArray("transport_zone_paths").add(zone.path("path")));
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    ShortIds.check(document, around, problems);
    JsonNode before = around.previous(Fields.ownPath(document)).orElse(document);
    if (!before.path(SUFFIX).equals(document.path(SUFFIX))) {
      problems.accept(Problem.conflict("/" + SUFFIX, "The suffix cannot be changed."));
    }
    checkScope(document.path("vpc_deployment_scope"), problems);
    List<String> blocks = Fields.texts(document, "external_ipv4_blocks");
    for (int i = 0; i < blocks.size(); i++) {
      Optional<JsonNode> block =
          Optional.of(blocks.get(i))
              .filter(PolicyPath::isPolicyPath)
              .map(PolicyPath::new)
              .flatMap(around::find);
      if (block.filter(b -> !Fields.is(b, "visibility", "EXTERNAL")).isPresent()) {
        problems.accept(
            Problem.conflict(
                "/external_ipv4_blocks/" + i, "The block's visibility is not EXTERNAL."));
      }
    }
  }

  private static void checkScope(JsonNode scope, Consumer<Problem> problems) {
    long defaults = 0;
    for (JsonNode reference : scope.path("span_references")) {
      defaults += reference.path("is_default").asBoolean(false) ? 1 : 0;
    }
    if (defaults > 1) {
      problems.accept(
          Problem.conflict(
              "/vpc_deployment_scope/span_references", "Only one span can be the default."));
    }
    if (Fields.isSet(scope, "zone_external_ids") && hasOtherSpan(scope)) {
      problems.accept(
          Problem.conflict(
              "/vpc_deployment_scope/zone_external_ids", "A project has zones or spans."));
    }
  }

  /** Clients that name zones also send the default span. */
  private static boolean hasOtherSpan(JsonNode scope) {
    for (JsonNode reference : scope.path("span_references")) {
      if (!Fields.is(reference, "span_path", SPAN.value())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    PolicyPath project = Fields.ownPath(document);
    String id =
        "default"
            + Fields.text(document, SUFFIX)
                .filter(suffix -> suffix.matches("[A-Za-z0-9_.-]+"))
                .map(suffix -> "-" + suffix)
                .orElse("");
    PolicyPath transitGateway = project.child("transit-gateways/" + id);
    List<Companion> companions = new ArrayList<>();
    companions.add(
        new Companion.Created(transitGateway, named(document, "Default Transit Gateway")));
    companions.add(
        new Companion.Created(
            project.child("vpc-connectivity-profiles/" + id),
            connectivityProfile(document, transitGateway)));
    companions.add(
        new Companion.Created(
            project.child("vpc-service-profiles/" + id), serviceProfile(document)));
    companions.add(
        new Companion.Created(
            project.child("vpc-security-profiles/" + id), securityProfile(document)));
    companions.addAll(ProjectFirewall.of(document, around));
    companions.addAll(ProjectProfiles.of(document, around));
    return companions;
  }

  private static ObjectNode connectivityProfile(JsonNode document, PolicyPath transitGateway) {
    ObjectNode profile = named(document, "Default VPC Connectivity Profile");
    profile.put("transit_gateway_path", transitGateway.value());
    profile.putObject("service_gateway").put("enable", false);
    if (Fields.isSet(document, "external_ipv4_blocks")) {
      ArrayNode blocks = profile.putArray("external_ip_blocks");
      document.path("external_ipv4_blocks").forEach(blocks::add);
    }
    return profile;
  }

  private static ObjectNode serviceProfile(JsonNode document) {
    ObjectNode profile = named(document, "Default VPC Service Profile");
    profile.putObject("dhcp_config").putObject("dhcp_server_config");
    return profile;
  }

  private static ObjectNode securityProfile(JsonNode document) {
    ObjectNode profile = named(document, "Default VPC Security Profile");
    profile.putObject("north_south_firewall").put("enabled", true);
    return profile;
  }

  private static ObjectNode named(JsonNode document, String name) {
    return ((ObjectNode) document).objectNode().put("display_name", name).put("is_default", true);
  }
}
