package io.nsxsim.engine;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Behaviours;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.catalogue.Shape;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the mentions of other objects in documents. */
@Component
final class ReferenceReader {

  private final Schemas schemas;
  private final Behaviours behaviours;

  ReferenceReader(Schemas schemas, Behaviours behaviours) {
    this.schemas = schemas;
    this.behaviours = behaviours;
  }

  /** All mentions in a document of a kind. */
  List<Reference> read(Kind kind, JsonNode document) {
    List<Reference> found = new ArrayList<>();
    collect(schemas.shape(kind.schema()), document, found);
    for (Behaviour behaviour : behaviours.of(kind)) {
      behaviour
          .references(document)
          .forEach((target, field) -> found.add(new Reference(field, target, List.of())));
    }
    return found;
  }

  private static void collect(Shape declared, JsonNode document, List<Reference> found) {
    Shape shape = declared.of(document);
    shape
        .fields()
        .forEach((name, field) -> {
          JsonNode value = document.path(name);
          if (value.isMissingNode()) {
            return;
          }
          if (!field.refersTo().isEmpty()) {
            mention(name, value, field.refersTo(), found);
          }
          field
              .nested()
              .ifPresent(nested ->
                  Documents.forEachObject(value, inner -> collect(nested.get(), inner, found)));
        });
  }

  private static void mention(
      String name, JsonNode value, List<String> kinds, List<Reference> found) {
    if (value.isArray()) {
      value.forEach(element -> mention(name, element, kinds, found));
    } else if (value.isString() && PolicyPath.isPolicyPath(value.stringValue())) {
      found.add(new Reference(name, new PolicyPath(value.stringValue()), kinds));
    }
  }
}
