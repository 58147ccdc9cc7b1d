package io.nsxsim.search.index;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as search shows it.
 *
 * @param key its path, or type and id of what has none
 * @param text the document in UTF-8
 */
record Shown(String key, ObjectNode document, byte[] text) {

  static Shown of(String key, ObjectNode document) {
    return new Shown(key, document, JsonMapper.shared().writeValueAsBytes(document));
  }
}
