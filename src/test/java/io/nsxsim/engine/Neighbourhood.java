package io.nsxsim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds or makes the objects that others lie below or refer to. */
final class Neighbourhood {

  static final Author CLIENT = Author.client("admin");

  private final PolicyEngine engine;
  private final Tree tree;
  private final Catalogue catalogue;
  private final SmallestBodies bodies;
  private final Map<String, PolicyPath> known = new HashMap<>();
  private int number;

  Neighbourhood(PolicyEngine engine, Tree tree, Catalogue catalogue, CompiledSchemas schemas) {
    this.engine = engine;
    this.tree = tree;
    this.catalogue = catalogue;
    this.bodies = new SmallestBodies(schemas, this::oneOf);
  }

  /** A body for a kind, with everything in place that it refers to. */
  ObjectNode body(Kind kind) {
    return bodies.body(kind);
  }

  /** The path of an object that is not there yet, below parents that are; a singleton may be. */
  PolicyPath place(Kind kind) {
    String template = kind.template();
    Optional<Kind> parent =
        catalogue.parentOf(kind).filter(above -> template.startsWith(above.template() + "/"));
    String start = parent.map(above -> existing(above).value()).orElse("");
    String rest =
        parent.map(above -> template.substring(above.template().length())).orElse(template);
    return new PolicyPath(start + rest.replace("{}", "new" + ++number));
  }

  /** Writes as clients do: by PATCH where there is one, else by POST or PUT. */
  void write(Kind kind, PolicyPath path, ObjectNode body) {
    if (kind.allows("patch")) {
      engine.patch(path, body, Optional.of(false), false, CLIENT);
    } else if (kind.allows("create") && read(path).isEmpty()) {
      engine.create(path, body, CLIENT);
    } else {
      read(path)
          .map(there -> there.path("_revision"))
          .filter(JsonNode::isNumber)
          .ifPresent(revision -> body.set("_revision", revision));
      engine.put(path, body, CLIENT);
    }
  }

  /** An object as it is now. */
  Optional<JsonNode> read(PolicyPath path) {
    try {
      byte[] answer = engine.get(path, ListQuery.ALL);
      return Optional.of(JsonMapper.shared().readTree(new String(answer, UTF_8)));
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  private PolicyPath existing(Kind kind) {
    PolicyPath path = known.get(kind.template());
    boolean gone = path != null && kind.singleton() && read(path).isEmpty();
    if (path == null || gone) {
      path =
          stored(kind)
              .filter(found -> !kind.writable() || found.id().equals("default"))
              .findFirst()
              .orElseGet(() -> made(kind));
      known.put(kind.template(), path);
    }
    return path;
  }

  private Stream<PolicyPath> stored(Kind kind) {
    return tree.documents(Set.of(kind.schema())).stream()
        .map(document -> document.path("path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .filter(path -> catalogue.kindOf(path).filter(kind::equals).isPresent());
  }

  private PolicyPath made(Kind kind) {
    PolicyPath path = place(kind);
    if (kind.writable()) {
      write(kind, path, body(kind));
    } else {
      engine.install(path, body(kind), Author.SYSTEM);
    }
    return path;
  }

  private PolicyPath oneOf(List<String> schemas) {
    List<Kind> kinds =
        catalogue.kinds().stream()
            .filter(kind -> schemas.contains(kind.schema()))
            .sorted(
                Comparator.comparing((Kind kind) -> kind.template().startsWith("/orgs"))
                    .thenComparing(kind -> kind.template().length())
                    .thenComparing(Kind::template))
            .toList();
    return kinds.stream()
        .flatMap(this::stored)
        .findFirst()
        .orElseGet(() -> existing(kinds.getFirst()));
  }
}
