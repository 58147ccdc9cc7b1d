package io.nsxsim.web.scenario;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.scenario.Scenarios;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Brings the running server back to a scenario. */
@RestController
@Tag(name = "Scenario")
class ResetController {

  private final Scenarios scenarios;

  ResetController(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  @Operation(summary = "Forget everything and load a scenario, or none for a fresh manager")
  @PostMapping("/nsxsim/api/v1/reset")
  void reset(
      @RequestParam(defaultValue = "none") String scenario,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    all.keySet().stream()
        .filter(name -> !name.equals("scenario"))
        .findFirst()
        .ifPresent(name -> {
          throw new Refusal(
              Reason.INVALID_PARAMETER,
              "There is no parameter " + name + "; nothing has been forgotten.");
        });
    scenarios.reset(scenario);
  }
}
