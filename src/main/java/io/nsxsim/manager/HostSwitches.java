package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The field {@code host_switch_spec} of hosts and of their profiles: both interfaces write it
 * alike, but name transport zones, profiles and address pools by ids here and by paths there. What
 * leads nowhere stays as it was sent.
 */
final class HostSwitches {

  static final String FIELD = "host_switch_spec";

  private static final PolicyPath PROFILES = new PolicyPath("/infra/host-switch-profiles");
  private static final PolicyPath POOLS = new PolicyPath("/infra/ip-pools");

  private HostSwitches() {}

  /** Shows the switches of a policy object in an object of the Manager API. */
  static void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, List.of(FIELD));
    UnaryOperator<String> id =
        path -> {
          String found = Twins.idAt(path, objects);
          return found.isEmpty() ? path : found;
        };
    rename(view.path(FIELD), id, id, id);
  }

  /** Sets the switches of a policy object to those of a body of the Manager API. */
  static void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, List.of(FIELD));
    rename(
        policy.path(FIELD),
        id -> pathIn(Twins.fabric("transport-zones"), id, "transport_zone_id", objects),
        id -> pathIn(PROFILES, id, "host_switch_profile_ids", objects),
        id -> pathIn(POOLS, id, "ip_pool_id", objects));
  }

  /** A path is left for the policy tree to check. */
  private static String pathIn(PolicyPath place, String id, String field, StoredObjects objects) {
    return id.isEmpty() || id.startsWith("/") ? id : Twins.path(place, id, field, objects);
  }

  private static void rename(
      JsonNode spec,
      UnaryOperator<String> zone,
      UnaryOperator<String> profile,
      UnaryOperator<String> pool) {
    for (JsonNode hostSwitch : spec.path("host_switches")) {
      for (JsonNode endpoint : hostSwitch.path("transport_zone_endpoints")) {
        rename(endpoint, "transport_zone_id", zone);
      }
      for (JsonNode entry : hostSwitch.path("host_switch_profile_ids")) {
        rename(entry, "value", profile);
      }
      rename(hostSwitch.path("ip_assignment_spec"), "ip_pool_id", pool);
    }
  }

  private static void rename(JsonNode object, String field, UnaryOperator<String> name) {
    if (object instanceof ObjectNode node && node.path(field).isString()) {
      node.put(field, name.apply(node.path(field).stringValue()));
    }
  }
}
