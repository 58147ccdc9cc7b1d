package io.nsxsim.catalogue.dns;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * DNS forwarders: the default zone takes what no domain matches and so has none, a conditional zone
 * has some.
 *
 * <p>Source: the API reference on {@code dns_domain_names}.
 */
@Component
final class DnsForwarderBehaviour implements Behaviour {

  private static final String DEFAULT = "default_forwarder_zone_path";
  private static final String CONDITIONAL = "conditional_forwarder_zone_paths";

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyDnsForwarder", "PolicyDnsForwarderZone");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (document.has("upstream_servers")) {
      checkZone(document, around, problems);
      return;
    }
    Fields.target(document, DEFAULT, around)
        .filter(DnsForwarderBehaviour::hasDomains)
        .ifPresent(zone ->
            problems.accept(Problem.conflict("/" + DEFAULT, "The default zone has domains.")));
    List<String> conditional = Fields.texts(document, CONDITIONAL);
    for (int i = 0; i < conditional.size(); i++) {
      String field = "/" + CONDITIONAL + "/" + i;
      if (conditional.indexOf(conditional.get(i)) < i) {
        problems.accept(Problem.conflict(field, conditional.get(i) + " is there twice."));
      }
      if (PolicyPath.isPolicyPath(conditional.get(i))
          && around
              .find(new PolicyPath(conditional.get(i)))
              .filter(zone -> !hasDomains(zone))
              .isPresent()) {
        problems.accept(Problem.conflict(field, "A conditional zone has domains."));
      }
    }
  }

  private static boolean hasDomains(JsonNode zone) {
    return Fields.isSet(zone, "dns_domain_names");
  }

  private static void checkZone(JsonNode zone, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(zone);
    String wrong = hasDomains(zone) ? DEFAULT : CONDITIONAL;
    if (around.previous(own).isPresent() && !around.mentioning(own, wrong).isEmpty()) {
      problems.accept(
          Problem.conflict(
              "/dns_domain_names", "A forwarder names the zone in its " + wrong + "."));
    }
  }
}
