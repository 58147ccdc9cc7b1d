package io.nsxsim.web.attributes;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values that clients have added for domain names and addresses of pages. All of a project are
 * one document, which lies where clients send them.
 */
@Component
class CustomAttributes {

  private static final Set<String> KEYS = Set.of("DOMAIN_NAME", "CUSTOM_URL");

  private final PolicyEngine engine;
  private final StoredObjects objects;

  CustomAttributes(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  /** The attributes of a key, or of all keys if none is given. */
  Stream<ObjectNode> of(PolicyPath profiles, Optional<String> key) {
    return stored(profiles)
        .valueStream()
        .map(ObjectNode.class::cast)
        .filter(each -> key.isEmpty() || key.get().equals(keyOf(each)));
  }

  /** Adds the values of a body to those of its key; what is there already stays. */
  void add(PolicyPath profiles, ObjectNode body) {
    ArrayNode attributes = stored(profiles);
    Set<String> values = values(entry(attributes, key(body)));
    values.addAll(wanted(body));
    replace(attributes, key(body), values);
    save(profiles, attributes);
  }

  /** Takes values away; refuses one that is not there or that a profile matches. */
  void remove(PolicyPath profiles, ObjectNode body) {
    ArrayNode attributes = stored(profiles);
    Set<String> values = values(entry(attributes, key(body)));
    for (String value : wanted(body)) {
      if (!values.remove(value)) {
        throw new Refusal(
            List.of(Problem.invalid("/value", value + " is no custom " + key(body) + ".")));
      }
      checkUnused(profiles, key(body), value);
    }
    replace(attributes, key(body), values);
    save(profiles, attributes);
  }

  private void checkUnused(PolicyPath profiles, String key, String value) {
    for (JsonNode profile : objects.in(profiles)) {
      boolean used =
          profile
              .path("attributes")
              .valueStream()
              .anyMatch(each -> key.equals(keyOf(each)) && values(each).contains(value));
      if (used) {
        throw new Refusal(
            Reason.IN_USE, value + " is used by " + profile.path("path").asString("") + ".");
      }
    }
  }

  private static String key(ObjectNode body) {
    String key = keyOf(body);
    if (!KEYS.contains(key)) {
      throw new Refusal(List.of(Problem.invalid("/key", "The key is one of " + KEYS + ".")));
    }
    return key;
  }

  private static Set<String> wanted(ObjectNode body) {
    Set<String> values = values(body);
    if (values.isEmpty() || values.contains("")) {
      throw new Refusal(List.of(Problem.missing("/value", "There is no value.")));
    }
    return values;
  }

  private static JsonNode entry(ArrayNode attributes, String key) {
    return attributes
        .valueStream()
        .filter(each -> keyOf(each).equals(key))
        .findFirst()
        .orElse(JsonMapper.shared().missingNode());
  }

  private static Set<String> values(JsonNode attribute) {
    Set<String> values = new LinkedHashSet<>();
    attribute.path("value").forEach(each -> values.add(each.asString("")));
    return values;
  }

  private static String keyOf(JsonNode attribute) {
    return attribute.path("key").asString("");
  }

  private static void replace(ArrayNode attributes, String key, Set<String> values) {
    attributes.removeIf(each -> keyOf(each).equals(key));
    if (!values.isEmpty()) {
      ObjectNode attribute = attributes.addObject();
      attribute.put("key", key).put("datatype", "STRING").put("attribute_source", "CUSTOM");
      values.forEach(attribute.putArray("value")::add);
    }
  }

  private ArrayNode stored(PolicyPath profiles) {
    ArrayNode attributes = JsonMapper.shared().createArrayNode();
    objects
        .find(document(profiles))
        .ifPresent(found -> found.path("attributes").forEach(each -> attributes.add(each)));
    return attributes;
  }

  private void save(PolicyPath profiles, ArrayNode attributes) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set("attributes", attributes);
    engine.putTogether(
        List.of(new PolicyEngine.Put(document(profiles), body, false)), Author.SYSTEM);
  }

  private static PolicyPath document(PolicyPath profiles) {
    return profiles.child("custom-attributes").child("default");
  }
}
