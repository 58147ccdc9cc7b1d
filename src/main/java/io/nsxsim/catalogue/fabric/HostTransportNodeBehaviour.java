package io.nsxsim.catalogue.fabric;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.path.PolicyPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hosts that are prepared out of what a compute manager has found: the node says afterwards which
 * host it is. One that nobody has found is taken as it is.
 *
 * <p>Source: the API reference on {@code discovered_node_id_for_create} and {@code
 * node_deployment_info}, out of which clients read the id of the discovered node again.
 */
@Component
final class HostTransportNodeBehaviour implements Behaviour {

  private static final String WANTED = "discovered_node_id_for_create";
  private static final String INFO = "node_deployment_info";
  private static final String FOUND = "/api/v1/fabric/discovered-nodes/";
  private static final Map<String, String> SHOWN =
      Map.of(
          "os_version", "os_version",
          "parent_compute_collection", "compute_collection_id",
          "display_name", "fqdn");

  @Override
  public Set<String> kinds() {
    return Set.of("HostTransportNode");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    around
        .find(Fields.ownPath(document))
        .map(before -> before.path(INFO))
        .filter(info -> !document.has(INFO) && info.isObject())
        .ifPresent(info -> document.set(INFO, info.deepCopy()));
    if (!document.has(INFO)) {
      found(document, around).ifPresent(host -> describe(document.putObject(INFO), host));
    }
  }

  private static Optional<JsonNode> found(JsonNode document, Surroundings around) {
    return Fields.text(document, WANTED)
        .map(id -> FOUND + id)
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> around.find(new PolicyPath(path)));
  }

  private static void describe(ObjectNode info, JsonNode host) {
    info.put("os_type", "ESXI");
    info.put("discovered_node_id", host.path("external_id").asString(""));
    SHOWN.forEach((from, to) -> Fields.text(host, from).ifPresent(text -> info.put(to, text)));
    if (host.has("ip_addresses")) {
      info.set("ip_addresses", host.path("ip_addresses").deepCopy());
    }
  }
}
