package io.nsxsim.catalogue.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Compiles the documents of a folder into the resources of a server. */
public final class ContractCompiler {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ContractCompiler() {}

  /**
   * Compiles.
   *
   * @param arguments the folder with the documents and its {@code overlay}, and the folder to write
   *     {@code openapi/} and {@code contract/} into
   */
  public static void main(String[] arguments) throws IOException {
    Path source = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Map<String, ObjectNode> documents = read(source);
    Overlay.read(source.resolve("overlay")).applyTo(documents.values());
    new ReferenceCheck(documents).run();
    empty(target.resolve("contract/schemas"));
    empty(target.resolve("openapi"));
    for (Map.Entry<String, ObjectNode> document : documents.entrySet()) {
      write(target.resolve("openapi").resolve(document.getKey()), document.getValue());
    }
    SchemaFlattener schemas = new SchemaFlattener(documents.values());
    Map<String, ObjectNode> flattened = schemas.flattened();
    for (Map.Entry<String, ObjectNode> schema : flattened.entrySet()) {
      write(target.resolve("contract/schemas/" + schema.getKey() + ".json"), schema.getValue());
    }
    ArrayNode kinds = new KindIndex(documents.values(), schemas).kinds();
    write(target.resolve("contract/kinds.json"), kinds);
    write(target.resolve("contract/releases.json"), releases(documents.values()));
    write(target.resolve("contract/actions.json"), new ActionIndex(kinds).read(documents.values()));
    ObjectNode coverage = JSON.createObjectNode();
    coverage.set("operations", OperationIndex.read(documents, KindIndex.VERBS));
    coverage.set("full", OperationIndex.fullSchemas(documents));
    write(target.resolve("contract/coverage.json"), coverage);
    ViewIndex views = new ViewIndex(kinds, new HealthyAnswers(flattened));
    write(target.resolve("contract/views.json"), views.read(documents.values()));
  }

  private static Map<String, ObjectNode> read(Path source) throws IOException {
    Map<String, ObjectNode> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        documents.put(file.getFileName().toString(), (ObjectNode) JSON.readTree(file));
      }
    }
    return documents;
  }

  /** The releases that something came with, in no order. */
  private static JsonNode releases(Collection<ObjectNode> documents) {
    Set<String> releases = new TreeSet<>();
    documents.forEach(document ->
        document.findValues("x-since").forEach(since -> releases.add(since.stringValue())));
    return JSON.valueToTree(releases);
  }

  /** What an earlier build left would still be served. */
  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static void write(Path file, JsonNode node) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(node));
  }
}
