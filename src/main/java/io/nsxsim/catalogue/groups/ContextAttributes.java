package io.nsxsim.catalogue.groups;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a context profile can look for: attributes that come with a manager, and those that clients
 * have added. One document holds all of the latter; as its {@code key} and {@code value} have room
 * for one kind of attribute, all stand in its {@code metadata}.
 *
 * <p>Source of the attributes: the product documentation's list of App-IDs, and the values that
 * public clients use. Of domains and categories a real manager knows more.
 */
@Component
public final class ContextAttributes {

  private static final String RESOURCE = "/attributes/context-profiles.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private volatile @Nullable JsonNode system;

  /** Which attributes are meant. */
  public enum Source {
    SYSTEM,
    CUSTOM,
    ALL;

    boolean includes(Source other) {
      return this == ALL || this == other;
    }
  }

  /**
   * A profile for each key, with its attributes.
   *
   * @param key the only key wanted; empty for all
   * @param custom the document of what clients have added
   */
  public List<ObjectNode> profiles(String key, Source source, Optional<JsonNode> custom) {
    List<ObjectNode> profiles = new ArrayList<>();
    for (String each :
        List.of("APP_ID", "DOMAIN_NAME", "URL_CATEGORY", "URL_REPUTATION", "CUSTOM_URL")) {
      if (key.isEmpty() || key.equals(each)) {
        ArrayNode attributes = JSON.createArrayNode();
        if (source.includes(Source.SYSTEM)) {
          system().path(each).forEach(attribute -> attributes.add(attribute.deepCopy()));
        }
        if (source.includes(Source.CUSTOM)) {
          custom(each, custom).ifPresent(attributes::add);
        }
        if (!attributes.isEmpty()) {
          profiles.add(profile(each, attributes));
        }
      }
    }
    return profiles;
  }

  private static ObjectNode profile(String key, ArrayNode attributes) {
    ObjectNode profile = JSON.createObjectNode();
    profile.put("resource_type", "PolicyContextProfile").put("id", key).put("display_name", key);
    profile.set("attributes", attributes);
    return profile;
  }

  private static Optional<ObjectNode> custom(String key, Optional<JsonNode> document) {
    Set<String> values = document.map(known -> values(known, key)).orElse(Set.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode attribute = JSON.createObjectNode().put("key", key);
    attribute.set("value", JSON.valueToTree(values));
    return Optional.of(attribute.put("datatype", "STRING").put("attribute_source", "CUSTOM"));
  }

  /** The values of a key that clients have added. */
  private static Set<String> values(JsonNode document, String key) {
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode entry : document.path("metadata")) {
      if (entry.path("key").asString("").equals(key)) {
        values.add(entry.path("value").asString(""));
      }
    }
    return values;
  }

  /** Adds the values of a body to the document. */
  public static ObjectNode add(ObjectNode document, JsonNode body) {
    String key = body.path("key").asString("");
    Set<String> known = values(document, key);
    ArrayNode metadata = metadata(document);
    body.path("value")
        .valueStream()
        .map(value -> value.asString(""))
        .distinct()
        .filter(value -> !known.contains(value))
        .forEach(value -> metadata.addObject().put("key", key).put("value", value));
    return document;
  }

  /** Removes the values of a body from the document. */
  public static ObjectNode remove(ObjectNode document, JsonNode body) {
    String key = body.path("key").asString("");
    Set<String> gone = new LinkedHashSet<>();
    body.path("value").forEach(value -> gone.add(value.asString("")));
    ArrayNode metadata = metadata(document);
    for (int i = metadata.size() - 1; i >= 0; i--) {
      JsonNode entry = metadata.get(i);
      if (entry.path("key").asString("").equals(key)
          && gone.contains(entry.path("value").asString(""))) {
        metadata.remove(i);
      }
    }
    return document;
  }

  private static ArrayNode metadata(ObjectNode document) {
    return document.path("metadata") instanceof ArrayNode list
        ? list
        : document.putArray("metadata");
  }

  /** Whether an App-ID has a gateway of its own in the firewall. */
  boolean isGateway(String application) {
    return system()
        .path("APP_ID")
        .valueStream()
        .filter(attribute -> attribute.path("value").path(0).asString("").equals(application))
        .anyMatch(attribute -> attribute.path("isALGType").asBoolean(false));
  }

  /** Read when first needed, so that a start does not wait for it. */
  private JsonNode system() {
    JsonNode known = system;
    if (known == null) {
      known = read();
      system = known;
    }
    return known;
  }

  private static JsonNode read() {
    try (InputStream stream = ContextAttributes.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + RESOURCE + " in this build");
      }
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
