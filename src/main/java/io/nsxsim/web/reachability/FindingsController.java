package io.nsxsim.web.reachability;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.engine.Tree;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.reachability.Finding;
import io.nsxsim.reachability.Findings;
import io.nsxsim.simulation.Options;
import io.nsxsim.topology.reader.FabricSource;
import io.nsxsim.web.simulation.SimulationSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what looks wrong in the network. */
@RestController
@Tag(name = "Reachability")
class FindingsController {

  private final FabricSource source;
  private final Tree tree;
  private final Options options;

  FindingsController(FabricSource source, Tree tree, SimulationSettings settings) {
    this.source = source;
    this.tree = tree;
    this.options = settings.options();
  }

  /** What was found. */
  @JsonPropertyOrder({"count", "findings"})
  record FindingsAnswer(
      @JsonProperty("count") int count, @JsonProperty("findings") List<FindingAnswer> findings) {}

  /** One thing that was found. */
  @JsonPropertyOrder({"kind", "paths", "sentence"})
  record FindingAnswer(
      @JsonProperty("kind") Finding.Kind kind,
      @JsonProperty("paths") List<String> paths,
      @JsonProperty("sentence") String sentence) {}

  @Operation(
      summary = "List what looks wrong",
      description =
          "Loops, answers that miss a router which keeps sessions, firewall and NAT rules that no"
              + " packet gets to, groups that nothing names, virtual servers that nobody reaches,"
              + " segments without a gateway.")
  @GetMapping("/nsxsim/api/v1/findings")
  FindingsAnswer find() {
    List<Finding> found = new ArrayList<>(Findings.of(source.current(), options));
    found.addAll(Leftovers.find(tree));
    List<FindingAnswer> answers =
        found.stream()
            .map(each ->
                new FindingAnswer(
                    each.kind(),
                    each.paths().stream().map(PolicyPath::value).toList(),
                    each.sentence()))
            .toList();
    return new FindingsAnswer(answers.size(), answers);
  }
}
