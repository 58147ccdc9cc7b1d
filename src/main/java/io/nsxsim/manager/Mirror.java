package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the objects of one collection of the Manager API and of the policy tree are the same. */
interface Mirror {

  /** The collection in the Manager API. */
  PolicyPath collection();

  /** The collections of the policy tree that hold the same objects. */
  List<PolicyPath> places();

  /** Tells whether the Manager API creates and replaces objects; else it only reads and deletes. */
  default boolean writable() {
    return true;
  }

  /** Tells whether an object that a client sends is also one of the policy tree. */
  default boolean mirrors(JsonNode body) {
    return true;
  }

  /**
   * Tells whether a list shows an object.
   *
   * @param parameters those of the request, by name
   */
  default boolean lists(JsonNode view, Map<String, String> parameters) {
    return true;
  }

  /** Where the policy object of a new object stands. */
  default PolicyPath place(JsonNode body) {
    return places().getFirst();
  }

  /** Sets the fields of the Manager API that a policy object decides. */
  void show(JsonNode policy, ObjectNode view, StoredObjects objects);

  /** Sets the fields of the policy object that a body of the Manager API decides. */
  void write(JsonNode body, ObjectNode policy, StoredObjects objects);
}
