package io.nsxsim.catalogue.firewall;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Rules of intrusion detection, redirection and TLS inspection: ANY stands alone in them too. */
@Component
final class InspectionRuleBehaviour implements Behaviour {

  private static final List<String> LISTS =
      List.of("source_groups", "destination_groups", "services", "scope");

  @Override
  public Set<String> kinds() {
    return Set.of("IdsRule", "RedirectionRule", "TlsRule");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    LISTS.forEach(field -> Words.checkAnyStandsAlone(field, document, problems));
  }
}
