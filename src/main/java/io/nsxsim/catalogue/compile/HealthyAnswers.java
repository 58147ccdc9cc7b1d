package io.nsxsim.catalogue.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out of a response's schema what a healthy system answers: states that are well, counters at
 * zero, one entry for the enforcement point and one per edge node. What a schema cannot tell is
 * said in the overlay under {@code x-healthy}, a merge patch over what is worked out here.
 *
 * <p>The result is a form that the server fills in: {@code a|b|c} is what is said of an object that
 * is realized, in progress or failed; <code>${name}</code> is a fact of the object; an object with
 * {@code $each} stands once for every member of what it names.
 */
final class HealthyAnswers {

  private static final String ENFORCEMENT_POINT = "/infra/sites/default/enforcement-points/default";

  private static final List<String> WELL =
      List.of(
          "REALIZED",
          "success",
          "SUCCESS",
          "UP",
          "ESTABLISHED",
          "ACTIVE",
          "HEALTHY",
          "NORMAL",
          "ASSIGNED",
          "VALID",
          "GREEN",
          "READ_WRITE",
          "in_sync",
          "CONNECTED",
          "RUNNING");
  private static final List<String> UNDER_WAY =
      List.of("UNREALIZED", "in_progress", "IN_PROGRESS", "TENTATIVE", "CONNECT", "UNKNOWN");
  private static final List<String> WRONG =
      List.of("ERROR", "error", "failed", "FAILED", "DOWN", "IDLE", "INVALID", "FAILED_TO_REALIZE");

  /** Facts of an object under the names that answers use for them. */
  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("intent_path", "${path}"),
          Map.entry("segment_path", "${path}"),
          Map.entry("subnet_path", "${path}"),
          Map.entry("interface_path", "${path}"),
          Map.entry("interface_policy_path", "${path}"),
          Map.entry("service_path", "${path}"),
          Map.entry("virtual_server_path", "${path}"),
          Map.entry("pool_path", "${path}"),
          Map.entry("rule_path", "${path}"),
          Map.entry("rule", "${path}"),
          Map.entry("internal_rule_id", "${rule_number}"),
          Map.entry("logical_router_id", "${realization_id}"),
          Map.entry("logical_gateway_id", "${realization_id}"),
          Map.entry("logical_router_port_id", "${realization_id}"),
          Map.entry("logical_switch_id", "${realization_id}"),
          Map.entry("logical_port_id", "${realization_id}"),
          Map.entry("dhcp_server_id", "${realization_id}"),
          Map.entry("internal_section_id", "${realization_id}"),
          Map.entry("maintenance_mode_state", "${maintenance_mode}"),
          Map.entry("edge_cluster_name", "${display_name}"),
          Map.entry("enforcement_point_path", ENFORCEMENT_POINT),
          Map.entry("enforcement_point", ENFORCEMENT_POINT),
          Map.entry("site_path", "/infra/sites/default"));

  /** Facts that every edge node of a gateway or cluster has. */
  private static final Set<String> NODE_FACTS =
      Set.of(
          "transport_node_id",
          "node_uuid",
          "node_display_name",
          "display_name",
          "edge_path",
          "edge_node_path",
          "policy_edge_node_path",
          "edge_transport_node_path");

  /** What only something that went wrong has, or what is no part of an answer. */
  private static final Set<String> LEFT_OUT =
      Set.of("children", "tags", "alarm", "alarms", "error_message", "error_details");

  private static final Pattern TIME = Pattern.compile("(last_.*)?(update_)?timestamp|publish_time");
  private static final Pattern NO_COUNTER =
      Pattern.compile(".*(code|port|vlan|vni|label|version|timeout|time|_id|timestamp|interval)");
  private static final Pattern OF_NODES = Pattern.compile("per_node.*|.*_per_node|member_status");

  private final Map<String, ObjectNode> schemas;
  private final Map<String, ObjectNode> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  HealthyAnswers(Map<String, ObjectNode> schemas) {
    this.schemas = schemas;
  }

  /** Tells whether there is such a schema and the overlay does not say that nobody knows. */
  boolean knows(String name) {
    ObjectNode schema = schemas.get(name);
    return schema != null && schema.path("x-healthy").asBoolean(true);
  }

  /** The form of one result, where a schema is that of a list that the form leaves empty. */
  Optional<ObjectNode> entry(String name) {
    String reference =
        Objects.requireNonNull(schemas.get(name), name)
            .at("/properties/results/items/$ref")
            .asString("");
    return Optional.of(reference)
        .filter(item -> !item.isEmpty() && of(name).path("results").isEmpty())
        .map(this::of)
        .filter(form -> !form.isEmpty());
  }

  /** The form of the answer that a schema describes. */
  ObjectNode of(String name) {
    ObjectNode answer = known.get(name);
    if (answer == null) {
      open.add(name);
      answer = build(name);
      open.remove(name);
      known.put(name, answer);
    }
    return answer.deepCopy();
  }

  private ObjectNode build(String name) {
    ObjectNode schema = Objects.requireNonNull(schemas.get(name), name);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    JsonNode variants = schema.path("x-variants");
    if (variants.isEmpty()) {
      schema
          .path("properties")
          .properties()
          .forEach(field -> add(answer, field.getKey(), field.getValue()));
    } else {
      String variant = variantOfNsx(variants);
      answer.setAll(of(variants.path(variant).stringValue()));
      answer.put(schema.path("x-discriminator").stringValue(), variant);
    }
    JsonNode known = schema.path("x-healthy").deepCopy();
    if (known.has("$each")) {
      answer.removeAll();
    }
    Overlay.merge(answer, known);
    insertAnswers(answer);
    return answer;
  }

  /** Where the overlay says {@code $answer}, the answer of another schema stands. */
  private void insertAnswers(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("$answer")) {
      ObjectNode inserted = of(object.remove("$answer").stringValue());
      Overlay.merge(inserted, object.deepCopy());
      object.removeAll();
      object.setAll(inserted);
    } else {
      node.forEach(this::insertAnswers);
    }
  }

  private static String variantOfNsx(JsonNode variants) {
    return variants
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("nsxt"))
        .findFirst()
        .orElseGet(() -> variants.propertyNames().iterator().next());
  }

  private void add(ObjectNode answer, String name, JsonNode property) {
    if (name.startsWith("_") || LEFT_OUT.contains(name)) {
      return;
    }
    String reference = property.path("$ref").asString("");
    if (!reference.isEmpty()) {
      nested(reference).filter(inner -> !inner.isEmpty()).ifPresent(i -> answer.set(name, i));
      return;
    }
    switch (property.path("type").asString("")) {
      case "array" -> addList(answer, name, property.path("items"));
      case "integer" -> addNumber(answer, name);
      case "number" -> answer.put(name, 0.0);
      case "string" ->
          text(name, property.path("enum")).ifPresent(value -> answer.put(name, value));
      default -> {}
    }
  }

  private Optional<ObjectNode> nested(String reference) {
    return open.contains(reference) ? Optional.empty() : Optional.of(of(reference));
  }

  private void addList(ObjectNode answer, String name, JsonNode items) {
    String reference = items.path("$ref").asString("");
    Optional<ObjectNode> entry =
        reference.isEmpty() ? Optional.empty() : nested(reference).filter(e -> !e.isEmpty());
    var list = answer.putArray(name);
    if (entry.isEmpty()) {
      return;
    }
    if (OF_NODES.matcher(name).matches() || reference.endsWith("PerNode")) {
      list.add(each("edge-nodes", entry.get()));
    } else if (isOfEnforcementPoint(entry.get())) {
      list.add(entry.get());
    }
  }

  private static boolean isOfEnforcementPoint(ObjectNode entry) {
    return entry.has("enforcement_point_path") || entry.has("enforcement_point");
  }

  /** An entry that stands once for each member of a source. */
  static ObjectNode each(String source, ObjectNode entry) {
    ObjectNode each = JsonMapper.shared().createObjectNode();
    each.put("$each", source);
    each.set("$of", entry);
    return each;
  }

  private static void addNumber(ObjectNode answer, String name) {
    if (name.equals("result_count")) {
      answer.put(name, "${result_count}");
    } else if (TIME.matcher(name).matches()) {
      answer.put(name, "${now}");
    } else if (!NO_COUNTER.matcher(name).matches()) {
      answer.put(name, 0);
    }
  }

  private static Optional<String> text(String name, JsonNode values) {
    List<String> allowed = values.valueStream().map(JsonNode::stringValue).toList();
    if (allowed.containsAll(List.of("ACTIVE", "STANDBY"))) {
      return Optional.of("${ha_status}");
    }
    if (FACTS.containsKey(name)) {
      return Optional.ofNullable(FACTS.get(name));
    }
    if (!allowed.isEmpty()) {
      return words(allowed);
    }
    return NODE_FACTS.contains(name) ? Optional.of("${" + name + "}") : Optional.empty();
  }

  /** The allowed values for an object that is well, on its way or failed. */
  private static Optional<String> words(List<String> allowed) {
    if (allowed.size() == 1) {
      return Optional.of(allowed.getFirst());
    }
    Optional<String> well = WELL.stream().filter(allowed::contains).findFirst();
    return well.map(word -> {
      String wrong = WRONG.stream().filter(allowed::contains).findFirst().orElse(word);
      String underWay = UNDER_WAY.stream().filter(allowed::contains).findFirst().orElse(wrong);
      return word + "|" + underWay + "|" + wrong;
    });
  }
}
