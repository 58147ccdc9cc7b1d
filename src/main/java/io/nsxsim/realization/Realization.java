package io.nsxsim.realization;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Says how far the realization of an object has come. It is immediate unless a fault makes it slow:
 * then it is in progress for some time after the object's last modification.
 */
@Component
class Realization {

  private final Faults faults;
  private final Clock clock;

  Realization(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /** The health of a stored object. */
  Health of(JsonNode document) {
    if (isWithoutAddress(document)) {
      return Health.failed("The pool could not give an address.");
    }
    Duration delay = Duration.ZERO;
    for (Fault.Effect effect : faults.of(document)) {
      switch (effect) {
        case Fault.Failing failing -> {
          return Health.failed(failing.message());
        }
        case Fault.Slow slow -> delay = delay.compareTo(slow.delay()) > 0 ? delay : slow.delay();
      }
    }
    long begun = document.path("_last_modified_time").asLong(0);
    return clock.millis() - begun < delay.toMillis() ? Health.IN_PROGRESS : Health.REALIZED;
  }

  /** An allocation that its pool gave nothing; subnets of VPCs are no such pools. */
  private static boolean isWithoutAddress(JsonNode document) {
    return document.path("resource_type").asString("").equals("IpAddressAllocation")
        && document.path("allocated_ip").asString("").isEmpty()
        && !document.path("path").asString("").contains("/vpcs/");
  }
}
