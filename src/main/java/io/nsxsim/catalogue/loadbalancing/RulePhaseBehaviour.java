package io.nsxsim.catalogue.loadbalancing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The rules of virtual servers: most actions belong to one phase of what passes.
 *
 * <p>Source: the API reference on each action, which names its phase.
 */
@Component
final class RulePhaseBehaviour implements Behaviour {

  private static final Map<String, Set<String>> PHASES =
      Map.ofEntries(
          Map.entry("LBHttpRequestUriRewriteAction", Set.of("HTTP_REQUEST_REWRITE")),
          Map.entry("LBHttpRequestHeaderRewriteAction", Set.of("HTTP_REQUEST_REWRITE")),
          Map.entry("LBHttpRequestHeaderDeleteAction", Set.of("HTTP_REQUEST_REWRITE")),
          Map.entry("LBHttpResponseHeaderRewriteAction", Set.of("HTTP_RESPONSE_REWRITE")),
          Map.entry("LBHttpResponseHeaderDeleteAction", Set.of("HTTP_RESPONSE_REWRITE")),
          Map.entry("LBVariablePersistenceLearnAction", Set.of("HTTP_RESPONSE_REWRITE")),
          Map.entry("LBVariablePersistenceOnAction", Set.of("HTTP_FORWARDING")),
          Map.entry("LBHttpRedirectAction", Set.of("HTTP_FORWARDING")),
          Map.entry("LBSelectPoolAction", Set.of("HTTP_FORWARDING", "TRANSPORT")),
          Map.entry("LBJwtAuthAction", Set.of("HTTP_ACCESS")),
          Map.entry("LBSslModeSelectionAction", Set.of("TRANSPORT")));

  @Override
  public Set<String> kinds() {
    return Set.of("LBVirtualServer");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode rules = document.path("rules");
    for (int i = 0; i < rules.size(); i++) {
      String phase = rules.get(i).path("phase").asString("");
      JsonNode actions = rules.get(i).path("actions");
      for (int k = 0; k < actions.size(); k++) {
        String type = actions.get(k).path("type").asString("");
        if (!PHASES.getOrDefault(type, Set.of(phase)).contains(phase)) {
          problems.accept(
              Problem.conflict(
                  "/rules/" + i + "/actions/" + k + "/type", type + " is not of " + phase + "."));
        }
      }
    }
  }
}
