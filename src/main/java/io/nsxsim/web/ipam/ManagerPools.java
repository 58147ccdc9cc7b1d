package io.nsxsim.web.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Address pools as the Manager API writes and shows them: with their static subnets in a field. An
 * object there is a pool of {@code /infra/ip-pools} with its subnets, written in one go.
 */
@Component
class ManagerPools {

  static final PolicyPath POOLS = new PolicyPath("/infra/ip-pools");

  private static final String SUBNETS = "subnets";
  private static final List<String> ENVELOPE = List.of("display_name", "description", "tags");
  private static final List<String> STAMPS =
      List.of(
          "_create_user",
          "_create_time",
          "_last_modified_user",
          "_last_modified_time",
          "_system_owned",
          "_protection",
          "_revision");
  private static final List<String> SUBNET =
      List.of("cidr", "gateway_ip", "dns_nameservers", "dns_suffix", "allocation_ranges");

  private final PolicyEngine engine;
  private final StoredObjects objects;

  ManagerPools(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  /** Creates a pool or makes one what a body says; subnets that it leaves out go. */
  void write(PolicyPath pool, ObjectNode body, Author author) {
    ObjectNode policy = JsonMapper.shared().createObjectNode();
    copy(body, policy, ENVELOPE);
    ArrayNode children = policy.putArray("children");
    JsonNode subnets = body.path(SUBNETS);
    for (int i = 0; i < subnets.size(); i++) {
      ObjectNode subnet = child(children, "subnet-" + (i + 1));
      if (!subnets.get(i).isObject()) {
        throw new Refusal(List.of(Problem.invalid("/subnets/" + i, "A subnet is an object.")));
      }
      copy(subnets.get(i), subnet, SUBNET);
    }
    for (JsonNode stored : subnets(pool)) {
      String id = stored.path("id").asString("");
      if (!id.matches("subnet-\\d{1,3}") || Integer.parseInt(id.substring(7)) > subnets.size()) {
        child(children, id).put("marked_for_delete", true);
      }
    }
    engine.patch(pool, policy, Optional.of(false), false, author);
  }

  private static ObjectNode child(ArrayNode children, String id) {
    return children
        .addObject()
        .put("resource_type", "ChildIpAddressPoolSubnet")
        .putObject("IpAddressPoolSubnet")
        .put("resource_type", "IpAddressPoolStaticSubnet")
        .put("id", id);
  }

  /** Refuses a body that does not have the revision of what is stored. */
  static void checkRevision(JsonNode pool, JsonNode body) {
    if (body.path("_revision").asLong(-1) != pool.path("_revision").asLong(0)) {
      throw new Refusal(Reason.STALE_REVISION, "The pool has been changed since it was read.");
    }
  }

  /** A pool with its static subnets and what of it is in use. */
  ObjectNode show(JsonNode pool) {
    ObjectNode shown = JsonMapper.shared().createObjectNode();
    shown.put("id", pool.path("realization_id").asString("")).put("resource_type", "IpPool");
    copy(pool, shown, ENVELOPE);
    copy(pool, shown, STAMPS);
    ArrayNode subnets = shown.putArray(SUBNETS);
    subnets(Fields.ownPath(pool)).forEach(stored -> copy(stored, subnets.addObject(), SUBNET));
    JsonNode usage = pool.path("pool_usage");
    ObjectNode counts = shown.putObject("pool_usage");
    counts.set("total_ids", usage.path("total_ips"));
    counts.set("allocated_ids", usage.path("allocated_ip_allocations"));
    counts.set("free_ids", usage.path("available_ips"));
    return shown;
  }

  private List<JsonNode> subnets(PolicyPath pool) {
    return objects.in(pool.child("ip-subnets")).stream()
        .filter(subnet -> Fields.is(subnet, "resource_type", "IpAddressPoolStaticSubnet"))
        .toList();
  }

  private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
    for (String field : fields) {
      if (from.has(field)) {
        to.set(field, from.get(field).deepCopy());
      }
    }
  }
}
