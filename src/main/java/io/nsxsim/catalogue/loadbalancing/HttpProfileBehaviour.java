package io.nsxsim.catalogue.loadbalancing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Application profiles of HTTP send a client elsewhere in one way only.
 *
 * <p>Source: the API reference on {@code http_redirect_to_https}.
 */
@Component
final class HttpProfileBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("LBAppProfile");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (Fields.isSet(document, "http_redirect_to")
        && document.path("http_redirect_to_https").asBoolean(false)) {
      problems.accept(Problem.conflict("/http_redirect_to", "It redirects to HTTPS already."));
    }
  }
}
