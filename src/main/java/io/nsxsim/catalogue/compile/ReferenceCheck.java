package io.nsxsim.catalogue.compile;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stops the build when a {@code $ref} leads nowhere. */
record ReferenceCheck(Map<String, ObjectNode> documents) {

  void run() {
    documents.forEach((name, document) -> check(name, document));
  }

  private void check(String document, JsonNode node) {
    JsonNode reference = node.get("$ref");
    if (reference != null && reference.isString() && !resolves(document, reference.stringValue())) {
      throw new IllegalStateException(document + " refers to nothing: " + reference.stringValue());
    }
    node.forEach(child -> check(document, child));
  }

  private boolean resolves(String document, String reference) {
    int hash = reference.indexOf('#');
    String file = hash == 0 ? document : reference.substring(0, hash);
    ObjectNode target = documents.get(file);
    return target != null && !target.at(reference.substring(hash + 1)).isMissingNode();
  }
}
