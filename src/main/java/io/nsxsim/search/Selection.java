package io.nsxsim.search;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The fields that are wanted of a document; of nested fields the outermost decides. */
record Selection(Set<String> fields) {

  static Selection of(Set<String> names) {
    return new Selection(
        names.stream().map(name -> name.split("\\.", 2)[0]).collect(Collectors.toSet()));
  }

  ObjectNode in(ObjectNode document) {
    document.retain(fields);
    return document;
  }
}
