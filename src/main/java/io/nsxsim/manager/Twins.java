package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all mirrors do with fields and ids. */
final class Twins {

  /** The place of fabric objects; there is one site with one enforcement point. */
  private static final PolicyPath POINT =
      new PolicyPath("/infra/sites/default/enforcement-points/default");

  private static final List<String> ENVELOPE =
      List.of(
          "display_name",
          "description",
          "tags",
          "_revision",
          "_create_time",
          "_create_user",
          "_last_modified_time",
          "_last_modified_user",
          "_system_owned",
          "_protection");
  private static final List<String> WRITABLE_ENVELOPE =
      List.of("display_name", "description", "tags");

  private Twins() {}

  static PolicyPath fabric(String collection) {
    return POINT.child(collection);
  }

  /** The id of a policy object on the other side. */
  static String id(JsonNode policy) {
    return policy.path("unique_id").asString(policy.path("id").asString(""));
  }

  static Stream<JsonNode> all(List<PolicyPath> places, StoredObjects objects) {
    return places.stream().flatMap(place -> objects.in(place).stream());
  }

  /** The policy object with an id of the Manager API; its own id is taken, too. */
  static Optional<JsonNode> find(List<PolicyPath> places, String id, StoredObjects objects) {
    return all(places, objects)
        .filter(policy -> id(policy).equals(id) || policy.path("id").asString("").equals(id))
        .findFirst();
  }

  /** The path of the object that a field of a body names by its id; refuses one that is not. */
  static String path(PolicyPath place, String id, String field, StoredObjects objects) {
    return find(List.of(place), id, objects)
        .map(policy -> policy.path("path").asString(""))
        .orElseThrow(() ->
            new Refusal(
                List.of(
                    new Problem(
                        Reason.INVALID_VALUE,
                        field,
                        "There is no object " + id + " to refer to."))));
  }

  /** The id of the object that a path of the policy tree leads to. */
  static String idAt(String path, StoredObjects objects) {
    return PolicyPath.isPolicyPath(path)
        ? objects.find(new PolicyPath(path)).map(Twins::id).orElse("")
        : "";
  }

  static void showEnvelope(JsonNode policy, ObjectNode view) {
    copy(policy, view, ENVELOPE);
    view.put("id", id(policy));
  }

  static void writeEnvelope(JsonNode body, ObjectNode policy) {
    copy(body, policy, WRITABLE_ENVELOPE);
  }

  /** Makes the fields of one object those of another; what is absent there is removed here. */
  static void copy(JsonNode from, ObjectNode to, List<String> fields) {
    for (String field : fields) {
      copy(from, field, to, field);
    }
  }

  /** Makes a field of one object that of another, or removes it. */
  static void copy(JsonNode from, String source, ObjectNode to, String target) {
    JsonNode value = from.get(source);
    if (value == null || value.isNull()) {
      to.remove(target);
    } else {
      to.set(target, value.deepCopy());
    }
  }
}
