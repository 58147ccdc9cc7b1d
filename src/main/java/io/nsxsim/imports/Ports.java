package io.nsxsim.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Segment ports by the id of what is attached to them. */
final class Ports {

  private final Map<String, String> byAttachment = new HashMap<>();

  Ports(List<JsonNode> ports) {
    for (JsonNode port : ports) {
      String attachment = port.path("attachment").path("id").asString("");
      if (!attachment.isEmpty()) {
        byAttachment.putIfAbsent(attachment, port.path("path").asString());
      }
    }
  }

  /** The path of the port that a card's {@code lport_attachment_id} means. */
  Optional<String> find(String attachment) {
    return Optional.ofNullable(byAttachment.get(attachment));
  }
}
