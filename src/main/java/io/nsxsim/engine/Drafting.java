package io.nsxsim.engine;

import io.nsxsim.catalogue.Behaviours;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.catalogue.Shape;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a body and what is stored the document that will be stored. */
@Component
final class Drafting {

  private final Schemas schemas;
  private final Behaviours behaviours;
  private final Stamps stamps;

  Drafting(Schemas schemas, Behaviours behaviours, Stamps stamps) {
    this.schemas = schemas;
    this.behaviours = behaviours;
    this.stamps = stamps;
  }

  /**
   * Drafts what a write asks for; the body is used up. A PATCH that changes nothing drafts what is
   * stored: such an object keeps its revision and its times, as public reports on NSX tell.
   */
  ObjectNode draft(Change.Write write, Workspace workspace, Author author) {
    Kind kind = write.kind();
    Shape shape = schemas.shape(kind.schema());
    Optional<ObjectNode> stored = workspace.find(write.path()).map(ObjectNode.class::cast);
    Set<String> sent = sentLater(write.body(), shape, author);
    ObjectNode document = ownAttributes(write, shape, stored, author);
    if (shape.discriminator().isEmpty()) {
      document.remove("resource_type"); // the place says it, whatever the client does
    }
    Documents.fillDefaults(document, shape);
    stamps.stamp(document, write, shape.of(document), stored, author);
    finish(kind, document, workspace);
    dropLater(document, shape, sent);
    if (!write.whole()) {
      stored.ifPresent(previous -> stamps.keepHistory(document, previous));
    }
    return document;
  }

  /** Works out again what the system derives in a stored document; empty when nothing changes. */
  Optional<ObjectNode> refresh(Kind kind, PolicyPath path, Workspace workspace) {
    return workspace
        .find(path)
        .map(ObjectNode.class::cast)
        .flatMap(stored -> {
          ObjectNode document = stored.deepCopy();
          finish(kind, document, workspace);
          dropLater(document, schemas.shape(kind.schema()), Set.of());
          return document.equals(stored) ? Optional.empty() : Optional.of(document);
        });
  }

  /** What a client sends of later releases is left for the contract to refuse. */
  private Set<String> sentLater(ObjectNode body, Shape shape, Author author) {
    return author.system() || schemas.complete() ? Set.of() : Documents.later(body, shape);
  }

  private void dropLater(ObjectNode document, Shape shape, Set<String> sent) {
    if (!schemas.complete()) {
      Documents.dropLater(document, shape, sent);
    }
  }

  private void finish(Kind kind, ObjectNode document, Workspace workspace) {
    behaviours.of(kind).forEach(behaviour -> behaviour.defaults(document, workspace));
  }

  private static ObjectNode ownAttributes(
      Change.Write write, Shape shape, Optional<ObjectNode> stored, Author author) {
    ObjectNode body = write.body();
    if (!author.system()) {
      Documents.dropReadOnly(body, shape);
      Scalars.convert(body, shape);
    }
    ObjectNode document;
    if (write.mode() == Change.Mode.OVERLAY && stored.isPresent()) {
      document = stored.get().deepCopy();
      Documents.overlay(document, body);
    } else {
      document = JsonMapper.shared().createObjectNode();
      document.setAll(body);
    }
    document.remove("children");
    stored.ifPresent(previous -> keep(shape.of(document).readOnly(), document, previous));
    if (!write.whole()) {
      stored.ifPresent(previous -> keep(shape.of(document).kept(), document, previous));
    }
    Documents.dropNulls(document);
    return document;
  }

  private static void keep(Set<String> fields, ObjectNode document, ObjectNode previous) {
    for (String name : fields) {
      if (previous.has(name) && !document.has(name)) {
        document.set(name, previous.get(name));
      }
    }
  }
}
