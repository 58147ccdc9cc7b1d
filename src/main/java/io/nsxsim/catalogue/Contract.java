package io.nsxsim.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Checks documents against the contract, with a JSON Schema library (networknt's: it is the
 * maintained one that reads the same JSON tree as the rest of this server).
 */
@Component
public final class Contract {

  private static final String BASE = "https://nsxsim.io/schemas/";

  private final Map<String, Schema> validators = new ConcurrentHashMap<>();
  private final SchemaRegistry registry;
  private final boolean keepUnknownFields;

  Contract(Schemas schemas, ContractSettings settings) {
    this.keepUnknownFields = settings.unknownFields() == ContractSettings.UnknownFields.KEEP;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012())
                .formats(Formats.all())
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build(),
            builder ->
                builder
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemas(
                        iri -> schemas.schema(iri.substring(BASE.length())), JsonNode::toString));
  }

  /** Everything in a document that its schema does not allow. */
  public List<Problem> problems(String schemaName, JsonNode document) {
    Schema schema =
        validators.computeIfAbsent(
            schemaName, name -> registry.getSchema(SchemaLocation.of(BASE + name)));
    return schema.validate(document).stream()
        .filter(error -> !(keepUnknownFields && isUnknownField(error)))
        .filter(error -> !isUnsetWord(error))
        .map(Contract::problem)
        .toList();
  }

  private static boolean isUnknownField(Error error) {
    return error.getKeyword().equals("additionalProperties");
  }

  /** Clients send an empty text for a word that they leave unset, as they do for addresses. */
  private static boolean isUnsetWord(Error error) {
    return error.getKeyword().equals("enum") && error.getInstanceNode().asString("?").isEmpty();
  }

  /** Formats that want a path are named after it; NSX has an error of its own for these. */
  private static boolean isPath(Error error) {
    return error.getKeyword().equals("format")
        && String.valueOf(error.getArguments()[0]).startsWith("path");
  }

  private static Problem problem(Error error) {
    String location = error.getInstanceLocation().toString();
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          new Problem(
              Reason.UNKNOWN_FIELD,
              location + "/" + property,
              "Json de-serialization error: property " + property + " is unrecognized.");
      case "required" ->
          new Problem(
              Reason.MISSING_FIELD,
              location + "/" + property,
              "Field " + property + " is required at " + position(location) + ".");
      default ->
          new Problem(
              isPath(error) ? Reason.INVALID_PATH : Reason.INVALID_VALUE,
              location,
              "Invalid value at " + position(location) + ": " + error.getMessage() + ".");
    };
  }

  private static String position(String location) {
    return location.isEmpty() ? "the top of the body" : location;
  }
}
