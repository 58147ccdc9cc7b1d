package io.nsxsim.scenario;

import io.nsxsim.catalogue.Release;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds and reads scenarios: a built-in one by its name, any other by its folder or file. A
 * document with a {@code resource_type} is a hierarchical body, one with {@code objects} names
 * objects outside of the hierarchy by their paths, any other is an inventory.
 */
@Component
class ScenarioFiles {

  private static final String BUILT_IN = "classpath*:scenarios/%s/*.json";

  private final Release release;

  ScenarioFiles(Release release) {
    this.release = release;
  }

  /** Reads a built-in scenario; in its files {@code {release}} stands for that of the server. */
  Scenario builtIn(String name) {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw unknown(name);
    }
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources(BUILT_IN.formatted(name));
      if (files.length == 0) {
        throw unknown(name);
      }
      Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
      List<JsonNode> documents = new ArrayList<>();
      for (Resource file : files) {
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        documents.add(JsonMapper.shared().readTree(text.replace("{release}", release.name())));
      }
      return sort(documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what lies outside of the hierarchy and comes with the hosts of a fresh manager. */
  Map<PolicyPath, ObjectNode> discovered(int hosts) {
    Map<PolicyPath, ObjectNode> objects = new LinkedHashMap<>();
    if (hosts > 0) {
      objects.putAll(sort(List.of(more("compute-manager", 1))).objects());
    }
    for (int i = 1; i <= hosts; i++) {
      objects.putAll(sort(List.of(more("host-discovery", i))).objects());
    }
    return objects;
  }

  /**
   * Reads one more object of a fresh manager, of a kind that it may have any number of.
   *
   * @param number counts from 1; id and names follow from it
   */
  ObjectNode more(String kind, int number) {
    String resource = "/scenarios/fresh-manager/more/" + kind + ".json";
    try (InputStream stream = ScenarioFiles.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      String name = kind.split("-")[0] + "-" + number; // an edge node and its membership share it
      UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
      String text =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{uuid}", id.toString())
              .replace("\"{index}\"", String.valueOf(number - 1))
              .replace("{n}", String.valueOf(number));
      return (ObjectNode) JsonMapper.shared().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a scenario that may lie anywhere: a built-in name, a folder of documents, or one file.
   */
  Scenario find(String place) {
    Path path = Path.of(place);
    if (!Files.exists(path)) {
      return builtIn(place);
    }
    try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
      return sort(
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(JsonMapper.shared()::readTree)
              .toList());
    } catch (JacksonException e) {
      throw new Refusal(
          Reason.MALFORMED_BODY, "The scenario " + place + " is not JSON: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario sort(List<JsonNode> documents) {
    List<ObjectNode> bodies = new ArrayList<>();
    Map<PolicyPath, ObjectNode> objects = new LinkedHashMap<>();
    List<JsonNode> inventory = new ArrayList<>();
    for (JsonNode document : documents) {
      if (document.path("objects") instanceof ObjectNode named) {
        named
            .properties()
            .forEach(object ->
                objects.put(new PolicyPath(object.getKey()), (ObjectNode) object.getValue()));
      } else if (document instanceof ObjectNode body && body.has("resource_type")) {
        bodies.add(body);
      } else {
        inventory.add(document);
      }
    }
    return new Scenario(bodies, objects, inventory);
  }

  private static Refusal unknown(String name) {
    return new Refusal(Reason.INVALID_PARAMETER, "There is no scenario " + name + ".");
  }
}
