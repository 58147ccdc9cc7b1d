package io.nsxsim.web.realization;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.realization.Alarms;
import io.nsxsim.realization.RealizedEntities;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What became of intents. There is one enforcement point, which is called default. */
@Hidden
@RestController
@RequestMapping({
  "/policy/api/v1/infra/realized-state",
  "/policy/api/v1/orgs/{org}/projects/{project}/infra/realized-state"
})
class RealizedStateController {

  private static final String POINT = "default";
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of(
          "display_name", alarm -> alarm.path("display_name").asString(""),
          "message", alarm -> alarm.path("message").asString(""),
          "path", alarm -> alarm.path("path").asString(""));

  private final RealizedEntities entities;
  private final Alarms alarms;

  RealizedStateController(RealizedEntities entities, Alarms alarms) {
    this.entities = entities;
    this.alarms = alarms;
  }

  @GetMapping("/realized-entities")
  ResultPage entities(@RequestParam Map<String, String> parameters) {
    String intent = parameters.getOrDefault("intent_path", "");
    return ListQuery.of(parameters).page(entities.of(intent).stream(), ORDERS);
  }

  @GetMapping("/realized-entity")
  ObjectNode entity(@RequestParam(name = "realized_path", defaultValue = "") String path) {
    if (path.isEmpty()) {
      throw new Refusal(Reason.INVALID_PARAMETER, "The parameter realized_path is required.");
    }
    return entities.at(path);
  }

  /** Realizes an intent again, which changes nothing; refuses one that is not stored. */
  @PostMapping("/realized-entity")
  void refresh(
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestParam(name = "intent_path", defaultValue = "") String intent) {
    if (!action.equals("refresh")) {
      throw new Refusal(Reason.INVALID_PARAMETER, "The action is refresh, not " + action + ".");
    }
    entities.of(intent);
  }

  @GetMapping("/status")
  ObjectNode status(@RequestParam(name = "intent_path", defaultValue = "") String intent) {
    return entities.status(intent);
  }

  @GetMapping("/alarms")
  ResultPage alarms(@RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters).page(alarms.all().stream(), ORDERS);
  }

  @GetMapping("/enforcement-points")
  ResultPage enforcementPoints(@RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters).page(Stream.of(entities.enforcementPoint()), ORDERS);
  }

  @GetMapping("/enforcement-points/{point}")
  ObjectNode enforcementPoint(@PathVariable("point") String point) {
    if (!point.equals(POINT)) {
      throw new Refusal(Reason.NOT_FOUND, "There is no enforcement point " + point + ".");
    }
    return entities.enforcementPoint();
  }
}
