package io.nsxsim.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as the build has compiled it, for tests that make bodies of it. */
final class CompiledSchemas {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
  private static final String PREFIX = "/policy/api/v1";
  private static final ResourcePatternResolver DOCUMENTS =
      new PathMatchingResourcePatternResolver();

  private final Map<String, JsonNode> schemas = new HashMap<>();

  /** A schema by name. */
  JsonNode schema(String name) {
    return schemas.computeIfAbsent(name, n -> read("/contract/schemas/" + n + ".json"));
  }

  /** Name of the schema of what GET answers, by template, where it is one. */
  Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    try {
      for (Resource file : DOCUMENTS.getResources("classpath*:/openapi/*.json")) {
        addAnswers(read("/openapi/" + file.getFilename()), answers);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  private static void addAnswers(JsonNode document, Map<String, String> answers) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String template = path.getKey().replaceFirst("^" + PREFIX, "");
      answer(path.getValue())
          .ifPresent(schema -> answers.put(VARIABLE.matcher(template).replaceAll("{}"), schema));
    }
  }

  private static Optional<String> answer(JsonNode path) {
    String reference =
        path.at("/get/responses/200/content/application~1json/schema/$ref").asString("");
    return reference.isEmpty()
        ? Optional.empty()
        : Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** A JSON document of the class path. */
  static JsonNode read(String resource) {
    try (InputStream stream = CompiledSchemas.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The build has no " + resource);
      }
      return JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
