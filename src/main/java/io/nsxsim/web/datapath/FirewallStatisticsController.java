package io.nsxsim.web.datapath;

import io.nsxsim.datapath.Counters;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sets the counters of firewall rules to zero, those of hosts or of edges. */
@Hidden
@RestController
class FirewallStatisticsController {

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "", List.of("/security-policies/", "/gateway-policies/"),
          "DFW", List.of("/security-policies/"),
          "EDGE", List.of("/gateway-policies/"));

  private final Counters counters;

  FirewallStatisticsController(Counters counters) {
    this.counters = counters;
  }

  @PostMapping(path = "/policy/api/v1/infra/settings/firewall/stats", params = "action=reset")
  void reset(@RequestParam(name = "category", defaultValue = "") String category) {
    List<String> parts = PARTS.get(category);
    if (parts == null) {
      throw new Refusal(
          List.of(
              new Problem(Reason.INVALID_PARAMETER, "category", "DFW or EDGE, not " + category)));
    }
    parts.forEach(counters::reset);
  }
}
