package io.nsxsim.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compiled schemas; each is read from the classpath when first needed, and once. */
@Component
public final class Schemas {

  private final Map<String, JsonNode> schemas = new ConcurrentHashMap<>();
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  /** The schema of a name. */
  JsonNode schema(String name) {
    return schemas.computeIfAbsent(name, Schemas::read);
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

  private static JsonNode read(String name) {
    String resource = "/contract/schemas/" + name + ".json";
    try (InputStream stream = Schemas.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The contract has no schema " + name);
      }
      return JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
