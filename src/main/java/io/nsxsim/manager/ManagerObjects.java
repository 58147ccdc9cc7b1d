package io.nsxsim.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of the Manager API that the policy tree knows, too. Paths are those of the Manager
 * API, beginning with {@code /api/v1}.
 */
@Service
public class ManagerObjects {

  private final Map<PolicyPath, Mirror> mirrors;
  private final PolicyEngine engine;
  private final StoredObjects objects;

  ManagerObjects(List<Mirror> mirrors, PolicyEngine engine, StoredObjects objects) {
    this.mirrors =
        mirrors.stream().collect(Collectors.toMap(Mirror::collection, Function.identity()));
    this.engine = engine;
    this.objects = objects;
  }

  /** Tells whether a collection shows objects of the policy tree. */
  public boolean mirrors(PolicyPath collection) {
    return mirrors.containsKey(collection);
  }

  /**
   * The objects of a collection that is mirrored.
   *
   * @param parameters those of the request, of which a collection may take some as filters
   */
  public List<ObjectNode> list(PolicyPath collection, Map<String, String> parameters) {
    Mirror mirror = mirror(collection);
    Map<String, JsonNode> rows = new HashMap<>();
    objects.in(collection).forEach(row -> rows.put(row.path("id").asString(""), row));
    List<ObjectNode> shown = new ArrayList<>();
    Twins.all(mirror.places(), objects)
        .forEach(policy ->
            shown.add(show(mirror, policy, Optional.ofNullable(rows.get(Twins.id(policy))))));
    rows.values().stream()
        .filter(row -> !mirror.mirrors(row))
        .forEach(row -> shown.add((ObjectNode) row));
    return shown.stream().filter(view -> mirror.lists(view, parameters)).toList();
  }

  /** One object of a mirrored collection; refuses an id that is not there. */
  public ObjectNode get(PolicyPath collection, String id) {
    return find(collection, id).orElseThrow(() -> missing(collection, id));
  }

  /** One object of a mirrored collection. */
  public Optional<ObjectNode> find(PolicyPath collection, String id) {
    Mirror mirror = mirror(collection);
    Optional<JsonNode> row = objects.find(collection.child(id));
    return policy(mirror, id)
        .map(policy -> show(mirror, policy, row))
        .or(() -> row.filter(there -> !mirror.mirrors(there)).map(ObjectNode.class::cast));
  }

  /** Creates an object on both sides. */
  public ObjectNode create(PolicyPath collection, ObjectNode body, Author author) {
    String id = UUID.randomUUID().toString();
    body.remove("id");
    write(writable(collection), id, body, Optional.empty(), author);
    return get(collection, id);
  }

  /** Replaces an object on both sides; the revision must be the current one. */
  public ObjectNode replace(PolicyPath collection, String id, ObjectNode body, Author author) {
    Mirror mirror = writable(collection);
    Optional<JsonNode> policy = policy(mirror, id);
    if (policy.isEmpty()) {
      get(collection, id);
    }
    write(mirror, policy.map(Twins::id).orElse(id), body, policy, author);
    return get(collection, id);
  }

  /** Deletes an object on both sides; refuses what is in use. */
  public void delete(PolicyPath collection, String id, Author author) {
    List<PolicyPath> paths = new ArrayList<>();
    policy(mirror(collection), id)
        .ifPresent(policy -> paths.add(new PolicyPath(policy.path("path").stringValue())));
    if (objects.find(collection.child(id)).isPresent()) {
      paths.add(collection.child(id));
    }
    if (paths.isEmpty()) {
      throw missing(collection, id);
    }
    engine.deleteTogether(paths, author);
  }

  private void write(
      Mirror mirror, String id, ObjectNode body, Optional<JsonNode> policy, Author author) {
    List<PolicyEngine.Put> puts = new ArrayList<>();
    boolean mirrored = mirror.mirrors(body);
    if (mirrored) {
      puts.add(twin(mirror, id, body, policy));
    }
    PolicyPath row = mirror.collection().child(id);
    puts.add(new PolicyEngine.Put(row, body.deepCopy(), !mirrored));
    engine.putTogether(puts, author);
  }

  private PolicyEngine.Put twin(
      Mirror mirror, String id, ObjectNode body, Optional<JsonNode> policy) {
    ObjectNode fields =
        policy
            .map(stored -> ((ObjectNode) stored).deepCopy())
            .orElseGet(JsonMapper.shared()::createObjectNode);
    Twins.writeEnvelope(body, fields);
    mirror.write(body, fields, objects);
    fields.remove("_revision");
    if (body.has("_revision")) {
      fields.set("_revision", body.get("_revision"));
    }
    PolicyPath path =
        policy
            .map(stored -> new PolicyPath(stored.path("path").stringValue()))
            .orElseGet(() -> mirror.place(body).child(id));
    return new PolicyEngine.Put(path, fields, policy.isPresent());
  }

  private ObjectNode show(Mirror mirror, JsonNode policy, Optional<JsonNode> row) {
    ObjectNode view =
        row.map(kept -> ((ObjectNode) kept).deepCopy())
            .orElseGet(JsonMapper.shared()::createObjectNode);
    Twins.showEnvelope(policy, view);
    mirror.show(policy, view, objects);
    return view;
  }

  private Optional<JsonNode> policy(Mirror mirror, String id) {
    return Twins.find(mirror.places(), id, objects);
  }

  private Mirror writable(PolicyPath collection) {
    Mirror mirror = mirror(collection);
    if (!mirror.writable()) {
      throw new Refusal(
          Reason.METHOD_NOT_ALLOWED, collection + " is written by its actions or as policy.");
    }
    return mirror;
  }

  private Mirror mirror(PolicyPath collection) {
    Mirror mirror = mirrors.get(collection);
    if (mirror == null) {
      throw new IllegalArgumentException("Not mirrored: " + collection);
    }
    return mirror;
  }

  private static Refusal missing(PolicyPath collection, String id) {
    return new Refusal(
        Reason.NOT_FOUND,
        "There is no object " + id + " in " + collection + ". Letters' case matters in ids.");
  }
}
