package io.nsxsim.web.imports;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the answers that an import consists of: a tree as it is, or several answers by name. */
final class ImportBody {

  private static final Map<String, PolicyPath> ROOTS =
      Map.of("Infra", new PolicyPath("/infra"), "OrgRoot", new PolicyPath("/org-root"));
  private static final Map<String, String> TREES = Map.of("infra", "Infra", "org_root", "OrgRoot");
  private static final List<String> LISTS = List.of("virtual_machines", "vifs");

  private final ObjectNode body;

  /** Refuses a body that holds nothing to import, or anything else. */
  ImportBody(ObjectNode body) {
    this.body = body;
    if (!isTree()) {
      List<Problem> problems = new ArrayList<>();
      for (String name : body.propertyNames()) {
        if (!TREES.containsKey(name) && !LISTS.contains(name)) {
          problems.add(
              new Problem(
                  Reason.UNKNOWN_FIELD,
                  "/" + name,
                  "There is no " + name + ", only infra, org_root, virtual_machines and vifs."));
        }
      }
      if (body.isEmpty()) {
        problems.add(
            new Problem(
                Reason.MISSING_FIELD, "/infra", "There is nothing to import, such as infra."));
      }
      if (!problems.isEmpty()) {
        throw new Refusal(problems);
      }
    }
  }

  private boolean isTree() {
    return ROOTS.containsKey(body.path("resource_type").asString(""));
  }

  /** The trees by their root. */
  Map<PolicyPath, ObjectNode> trees() {
    Map<PolicyPath, ObjectNode> trees = new LinkedHashMap<>();
    if (isTree()) {
      trees.put(ROOTS.get(body.path("resource_type").stringValue()), body);
      return trees;
    }
    for (String name : List.of("infra", "org_root")) {
      if (body.has(name)) {
        trees.put(ROOTS.get(TREES.get(name)), tree(name));
      }
    }
    return trees;
  }

  private ObjectNode tree(String name) {
    String type = TREES.get(name);
    if (body.get(name) instanceof ObjectNode tree
        && tree.path("resource_type").asString(type).equals(type)) {
      return tree;
    }
    throw refusal(name, name + " must be a JSON object of type " + type + ".");
  }

  /** The results of a list, which may stand there alone or as a whole answer. */
  Optional<List<JsonNode>> results(String name) {
    if (isTree() || !body.has(name)) {
      return Optional.empty();
    }
    JsonNode list = body.path(name).path("results");
    JsonNode results = list.isMissingNode() ? body.path(name) : list;
    if (!results.isArray() || !results.valueStream().allMatch(JsonNode::isObject)) {
      throw refusal(name, name + " must be a list of objects, or an answer with results.");
    }
    if (!body.path(name).path("cursor").asString("").isEmpty()) {
      throw refusal(name, name + " is only a page: it has a cursor. Send all results as a list.");
    }
    return Optional.of(results.valueStream().toList());
  }

  private static Refusal refusal(String name, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_VALUE, "/" + name, message)));
  }
}
