package io.nsxsim.catalogue.compile;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What we know beyond the derived documents: JSON merge patches (RFC 7396) for schemas by name and
 * for path items by path.
 */
record Overlay(List<JsonNode> patches) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads every YAML file of a folder, in the order of names; a missing folder is no overlay. */
  static Overlay read(Path folder) throws IOException {
    List<JsonNode> patches = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return new Overlay(patches);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        patches.add(parse(file));
      }
    }
    return new Overlay(patches);
  }

  private static JsonNode parse(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(file)) {
      Object content = new Yaml(new SafeConstructor(options)).load(reader);
      return JSON.valueToTree(content == null ? Map.of() : content);
    }
  }

  /** Patches the documents in place; refuses a patch for something that no document has. */
  void applyTo(Collection<ObjectNode> documents) {
    for (JsonNode patch : patches) {
      for (Map.Entry<String, JsonNode> schema : patch.path("schemas").properties()) {
        merge(target(documents, "/components/schemas", schema.getKey()), schema.getValue());
      }
      for (Map.Entry<String, JsonNode> path : patch.path("paths").properties()) {
        merge(target(documents, "/paths", path.getKey()), path.getValue());
      }
    }
  }

  private static ObjectNode target(Collection<ObjectNode> documents, String group, String name) {
    return documents.stream()
        .map(document -> document.at(group).get(name))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The overlay names what the contract lacks: " + name));
  }

  static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        target.remove(entry.getKey());
      } else if (value.isObject() && target.get(entry.getKey()) instanceof ObjectNode inner) {
        merge(inner, value);
      } else {
        target.set(entry.getKey(), value);
      }
    }
  }
}
