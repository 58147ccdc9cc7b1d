package io.nsxsim.catalogue.loadbalancing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Server pools.
 *
 * <p>Source: the API reference on {@code member_group}, a member's {@code port}, {@code
 * LBSnatIpPool} and the two kinds of monitor.
 */
@Component
final class PoolBehaviour implements Behaviour {

  private static final BigInteger LARGEST_RANGE = BigInteger.valueOf(64);
  private static final String PASSIVE = "LBPassiveMonitorProfile";

  @Override
  public Set<String> kinds() {
    return Set.of("LBPool");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (Fields.isSet(document, "members") && Fields.isSet(document, "member_group")) {
      problems.accept(
          Problem.conflict("/members", "A pool has members or a group of them, not both."));
    }
    JsonNode members = document.path("members");
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).path("port").asString("").contains("-")) {
        problems.accept(Problem.invalid("/members/" + i + "/port", "A member has a single port."));
      }
    }
    checkMonitors(document, around, problems);
    checkTranslation(document.path("snat_translation").path("ip_addresses"), problems);
  }

  private static void checkMonitors(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<String> active = Fields.texts(document, "active_monitor_paths");
    for (int i = 0; i < active.size(); i++) {
      if (PolicyPath.isPolicyPath(active.get(i))
          && isPassive(around.find(new PolicyPath(active.get(i))))) {
        problems.accept(
            Problem.conflict("/active_monitor_paths/" + i, "The monitor is a passive one."));
      }
    }
    Optional<JsonNode> passive = Fields.target(document, "passive_monitor_path", around);
    if (passive.isPresent() && !isPassive(passive)) {
      problems.accept(Problem.conflict("/passive_monitor_path", "The monitor is an active one."));
    }
  }

  private static boolean isPassive(Optional<JsonNode> monitor) {
    return monitor.filter(found -> Fields.is(found, "resource_type", PASSIVE)).isPresent();
  }

  private static void checkTranslation(JsonNode addresses, Consumer<Problem> problems) {
    for (int i = 0; i < addresses.size(); i++) {
      String field = "/snat_translation/ip_addresses/" + i + "/ip_address";
      AddressRun.range(addresses.get(i).path("ip_address").asString(""))
          .filter(range -> range.size().compareTo(LARGEST_RANGE) > 0)
          .ifPresent(range ->
              problems.accept(
                  Problem.invalid(field, "A range has at most " + LARGEST_RANGE + " addresses.")));
    }
  }
}
