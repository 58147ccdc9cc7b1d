package io.nsxsim.web.segments;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The profiles that hold for a segment or a port: what is bound to the port, else what is bound to
 * its segment, else the default of the system. Described in the documents of {@code openapi/}; a
 * profile is named by the id that it is realized with.
 */
@Hidden
@RestController
@RequestMapping({
  EffectiveProfilesController.API + "/infra",
  EffectiveProfilesController.API + "/infra/tier-1s/{tier1}",
  EffectiveProfilesController.API + "/orgs/{org}/projects/{project}/infra",
  EffectiveProfilesController.API + "/orgs/{org}/projects/{project}/infra/tier-1s/{tier1}"
})
class EffectiveProfilesController {

  static final String API = "/policy/api/v1";
  private static final String VIEW = "/effective-profiles";

  /**
   * A kind of profile.
   *
   * @param key its name in the answer
   * @param binding the part of the binding collections' names that tells them apart
   * @param field the field of a binding that names the profile
   * @param usual the default of the system
   */
  private record ProfileKind(String key, String binding, String field, String usual) {}

  private static final List<ProfileKind> KINDS =
      List.of(
          new ProfileKind(
              "QosSwitchingProfile",
              "qos",
              "qos_profile_path",
              "/infra/qos-profiles/default-qos-profile"),
          new ProfileKind(
              "IpDiscoverySwitchingProfile",
              "discovery",
              "ip_discovery_profile_path",
              "/infra/ip-discovery-profiles/default-ip-discovery-profile"),
          new ProfileKind(
              "MacManagementSwitchingProfile",
              "discovery",
              "mac_discovery_profile_path",
              "/infra/mac-discovery-profiles/default-mac-discovery-profile"),
          new ProfileKind(
              "SpoofGuardSwitchingProfile",
              "security",
              "spoofguard_profile_path",
              "/infra/spoofguard-profiles/default-spoofguard-profile"),
          new ProfileKind(
              "SwitchSecuritySwitchingProfile",
              "security",
              "segment_security_profile_path",
              "/infra/segment-security-profiles/default-segment-security-profile"));

  private final StoredObjects objects;

  EffectiveProfilesController(StoredObjects objects) {
    this.objects = objects;
  }

  @GetMapping("/segments/{segment}" + VIEW)
  Map<String, Object> ofSegment(HttpServletRequest request) {
    PolicyPath segment = subject(request);
    return profiles(List.of(new Level(segment, "segment")));
  }

  @GetMapping("/segments/{segment}/ports/{port}" + VIEW)
  Map<String, Object> ofPort(HttpServletRequest request) {
    PolicyPath port = subject(request);
    List<String> segments = port.segments();
    PolicyPath segment = PolicyPath.of(segments.subList(0, segments.size() - 2));
    return profiles(List.of(new Level(port, "port"), new Level(segment, "segment")));
  }

  /** An object that profiles can be bound to, and what its bindings' names begin with. */
  private record Level(PolicyPath path, String prefix) {}

  private Map<String, Object> profiles(List<Level> levels) {
    List<Map<String, String>> entries = new ArrayList<>();
    for (ProfileKind kind : KINDS) {
      levels.stream()
          .flatMap(level -> bound(level, kind).stream())
          .findFirst()
          .or(() -> objects.find(new PolicyPath(kind.usual())))
          .flatMap(profile -> Fields.text(profile, "realization_id"))
          .ifPresent(id -> entries.add(Map.of("key", kind.key(), "value", id)));
    }
    return Map.of("profiles_list", entries);
  }

  private Optional<JsonNode> bound(Level level, ProfileKind kind) {
    String collection = level.prefix() + "-" + kind.binding() + "-profile-binding-maps";
    return objects.in(level.path().child(collection)).stream()
        .flatMap(binding -> Fields.text(binding, kind.field()).stream())
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> objects.find(new PolicyPath(path)).stream())
        .findFirst();
  }

  private PolicyPath subject(HttpServletRequest request) {
    String uri = request.getRequestURI();
    PolicyPath path = RequestPath.below(API, uri.substring(0, uri.lastIndexOf(VIEW)));
    if (objects.find(path).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is nothing at " + path + ".");
    }
    return path;
  }
}
