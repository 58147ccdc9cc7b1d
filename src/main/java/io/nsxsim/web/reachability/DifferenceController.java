package io.nsxsim.web.reachability;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Options;
import io.nsxsim.web.simulation.Body;
import io.nsxsim.web.simulation.Question;
import io.nsxsim.web.simulation.SimulationSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what a change would do, or has done, to who reaches whom. */
@RestController
@Tag(name = "Reachability")
class DifferenceController {

  private static final String WHAT_IF =
      """
      {"from": ["all"], "to": ["all"], "protocol": "tcp", "port": 443,
       "change": {"resource_type": "Infra", "children": [{"resource_type": "ChildSegment",
         "Segment": {"resource_type": "Segment", "id": "web", "marked_for_delete": true},
         "marked_for_delete": true}]}}
      """;
  private static final String DIFFERENCE =
      "{\"before\": \"monday\", \"after\": \"now\", \"from\": [\"all\"], \"to\": [\"all\"]}";

  private final PolicyEngine engine;
  private final Networks networks;
  private final Snapshots snapshots;
  private final Options options;

  DifferenceController(
      PolicyEngine engine, Networks networks, Snapshots snapshots, SimulationSettings settings) {
    this.engine = engine;
    this.networks = networks;
    this.snapshots = snapshots;
    this.options = settings.options();
  }

  @Operation(
      summary = "Find out what a change would do",
      description =
          "The change is a hierarchical body as PATCH /policy/api/v1/infra (or /org-root) takes it,"
              + " and refused where that would refuse it. It is not stored and nobody else sees it."
              + " The answer tells which pairs gain or lose a way, with a trace of each kind.",
      requestBody = @RequestBody(content = @Content(examples = @ExampleObject(value = WHAT_IF))))
  @PostMapping("/nsxsim/api/v1/what-if")
  DifferenceAnswer whatIf(@org.springframework.web.bind.annotation.RequestBody JsonNode body) {
    PairsQuestion question = question(body, "change");
    if (!(body.path("change") instanceof ObjectNode change)) {
      throw Question.refused(
          Reason.MISSING_FIELD, "change", "change must be a hierarchical body, as a JSON object");
    }
    boolean organizations = change.path("resource_type").asString("").equals("OrgRoot");
    PolicyPath root = new PolicyPath(organizations ? "/org-root" : "/infra");
    View after = networks.after(engine.preview(root, change, Author.client("admin")));
    return DifferenceAnswer.of(networks.now(), after, question, options);
  }

  @Operation(
      summary = "Compare two snapshots",
      description = "As what-if does. Instead of a snapshot's name, now is the present network.",
      requestBody = @RequestBody(content = @Content(examples = @ExampleObject(value = DIFFERENCE))))
  @PostMapping("/nsxsim/api/v1/differences")
  DifferenceAnswer compare(@org.springframework.web.bind.annotation.RequestBody JsonNode body) {
    PairsQuestion question = question(body, "before", "after");
    View before = snapshots.view("before", body.path("before").asString(Snapshots.NOW));
    View after = snapshots.view("after", body.path("after").asString(Snapshots.NOW));
    return DifferenceAnswer.of(before, after, question, options);
  }

  private static PairsQuestion question(JsonNode json, String... more) {
    Set<String> fields = new HashSet<>(PairsQuestion.FIELDS);
    fields.addAll(List.of(more));
    Body body = Body.of(json, fields);
    return new PairsQuestion(
        orAll(body.texts("from")),
        orAll(body.texts("to")),
        body.text("protocol", ""),
        body.text("port", ""));
  }

  private static List<String> orAll(List<String> texts) {
    return texts.isEmpty() ? List.of("all") : texts;
  }
}
