package io.nsxsim.catalogue.profiles;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Metadata proxies run on edge nodes of one cluster. Where one is preferred, the standby one is not
 * moved.
 *
 * <p>Source: the API reference on {@code preferred_edge_paths} and {@code
 * enable_standby_relocation}.
 */
@Component
final class MetadataProxyBehaviour implements Behaviour {

  private static final String PREFERRED = "preferred_edge_paths";

  @Override
  public Set<String> kinds() {
    return Set.of("MetadataProxyConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<String> preferred = Fields.texts(document, PREFERRED);
    if (document.path("enable_standby_relocation").asBoolean(false) && !preferred.isEmpty()) {
      problems.accept(
          Problem.conflict("/enable_standby_relocation", "Not with preferred edge nodes."));
    }
    String cluster = document.path("edge_cluster_path").asString("");
    for (int i = 0; i < preferred.size(); i++) {
      if (preferred.get(i).contains("/edge-nodes/")
          && !preferred.get(i).startsWith(cluster + "/")) {
        problems.accept(
            Problem.conflict("/" + PREFERRED + "/" + i, "The node is in another edge cluster."));
      }
    }
  }
}
