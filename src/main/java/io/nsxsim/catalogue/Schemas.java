package io.nsxsim.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The compiled schemas; each is read from the classpath when first needed, and once. */
@Component
public final class Schemas {

  private final Map<String, JsonNode> schemas = new ConcurrentHashMap<>();
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
  private final Release release;
  private final boolean complete;

  Schemas(Release release) {
    this.release = release;
    this.complete =
        load("/contract/releases.json")
            .valueStream()
            .map(JsonNode::stringValue)
            .allMatch(release::has);
  }

  /** Tells whether the release has everything, so that no shape lacks a field. */
  public boolean complete() {
    return complete;
  }

  /** The schema of a name. */
  JsonNode schema(String name) {
    return schemas.computeIfAbsent(name, n -> ofRelease(load("/contract/schemas/" + n + ".json")));
  }

  /** The shape of a name. */
  public Shape shape(String name) {
    Shape known = shapes.get(name);
    if (known == null) {
      known = new ShapeReader(this).read(schema(name));
      shapes.put(name, known);
    }
    return known;
  }

  /** Without the fields that came with a later release; {@code x-later} keeps their names. */
  private JsonNode ofRelease(JsonNode schema) {
    ObjectNode properties = (ObjectNode) schema.path("properties");
    List<String> later =
        properties.properties().stream()
            .filter(property -> !release.has(property.getValue().path("x-since").asString("")))
            .map(Map.Entry::getKey)
            .toList();
    if (!later.isEmpty()) {
      properties.remove(later);
      ArrayNode names = ((ObjectNode) schema).putArray("x-later");
      later.forEach(names::add);
      if (schema.path("required") instanceof ArrayNode required) {
        required.removeIf(name -> later.contains(name.stringValue()));
      }
    }
    return schema;
  }

  private static JsonNode load(String resource) {
    try (InputStream stream = Schemas.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The contract has no " + resource);
      }
      return JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
