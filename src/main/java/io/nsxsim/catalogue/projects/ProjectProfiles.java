package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The default profiles of a new project: those of the system, once more below the project.
 *
 * <p>Source: the tests of the public Terraform provider, which look for the default profiles below
 * a project by their names. Which kinds there are is not documented; these are the ones that the
 * objects of a project refer to.
 */
final class ProjectProfiles {

  private static final PolicyPath INFRA = new PolicyPath("/infra");
  private static final List<String> COLLECTIONS =
      List.of(
          "firewall-session-timer-profiles",
          "flood-protection-profiles",
          "gateway-qos-profiles",
          "ip-discovery-profiles",
          "ipv6-dad-profiles",
          "ipv6-ndra-profiles",
          "mac-discovery-profiles",
          "qos-profiles",
          "segment-security-profiles",
          "spoofguard-profiles");

  /** What the copy has of its own; the rest of the envelope begins with an underscore. */
  private static final Set<String> OWN =
      Set.of("path", "parent_path", "relative_path", "unique_id", "realization_id");

  private ProjectProfiles() {}

  /** The profiles; none of the project that stands for all of NSX. */
  static List<Companion> of(JsonNode project, Surroundings around) {
    PolicyPath path = Fields.ownPath(project);
    if (path.id().equals("default")) {
      return List.of();
    }
    return COLLECTIONS.stream().flatMap(each -> copies(path, each, around)).toList();
  }

  private static Stream<Companion> copies(
      PolicyPath project, String collection, Surroundings around) {
    return around.in(INFRA.child(collection)).stream()
        .filter(profile -> profile.path("_system_owned").asBoolean(false))
        .map(profile ->
            new Companion.Created(
                project.child("infra/" + collection + "/" + Fields.ownPath(profile).id()),
                copy(profile)));
  }

  private static ObjectNode copy(JsonNode profile) {
    ObjectNode copy = ((ObjectNode) profile).deepCopy();
    copy.propertyNames().stream()
        .filter(name -> name.startsWith("_") || OWN.contains(name))
        .toList()
        .forEach(copy::remove);
    return copy;
  }
}
