package io.nsxsim.catalogue.vpn;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dead peer detection. How often a peer is asked depends on whether it is asked all the time, every
 * 3 to 360 seconds, or on demand, after 1 to 10 seconds of silence.
 *
 * <p>Source: the API reference on {@code dpd_probe_interval}.
 */
@Component
final class DpdProfileBehaviour implements Behaviour {

  private static final String INTERVAL = "dpd_probe_interval";

  /** Seconds between probes. */
  private record Interval(int shortest, int usual, int longest) {}

  private static final Interval PERIODIC = new Interval(3, 60, 360);
  private static final Interval ON_DEMAND = new Interval(1, 10, 10);

  @Override
  public Set<String> kinds() {
    return Set.of("IPSecVpnDpdProfile");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!document.has(INTERVAL)) {
      document.put(INTERVAL, interval(document).usual());
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Interval allowed = interval(document);
    long seconds = document.path(INTERVAL).asLong(allowed.usual());
    if (seconds < allowed.shortest() || seconds > allowed.longest()) {
      problems.accept(
          Problem.invalid(
              "/" + INTERVAL,
              "The interval is " + allowed.shortest() + " to " + allowed.longest() + " seconds."));
    }
  }

  private static Interval interval(JsonNode document) {
    return Fields.is(document, "dpd_probe_mode", "ON_DEMAND") ? ON_DEMAND : PERIODIC;
  }
}
