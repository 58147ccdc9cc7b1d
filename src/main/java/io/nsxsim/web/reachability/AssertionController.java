package io.nsxsim.web.reachability;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.reachability.Assertion;
import io.nsxsim.reachability.AssertionCheck;
import io.nsxsim.simulation.Options;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import io.nsxsim.topology.reader.GroupMembership;
import io.nsxsim.web.simulation.Question;
import io.nsxsim.web.simulation.SimulationSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks what a pipeline says about the network. */
@RestController
@Tag(name = "Reachability")
class AssertionController {

  private static final String JSON =
      """
      {"assertions": [
        {"name": "the shop is open", "from": "/infra/domains/default/groups/web",
         "to": ["10.2.0.0/24"], "protocol": "tcp", "port": 443, "expect": "reaches"},
        {"from": "all", "to": "db-1", "expect": "never reaches"}]}
      """;
  private static final String TEXT =
      """
      # one statement on a line
      web-1 reaches db-1 on tcp/443
      10.1.0.0/24, web-2 never reaches /infra/segments/db
      """;

  private final FabricSource source;
  private final GroupMembership groups;
  private final Options options;

  AssertionController(FabricSource source, GroupMembership groups, SimulationSettings settings) {
    this.source = source;
    this.groups = groups;
    this.options = settings.options();
  }

  @Operation(
      summary = "Check assertions",
      description =
          "Statements of two sets of workloads: everyone of the one reaches everyone of the other,"
              + " or nobody ever does. Without a protocol, reaches is about ICMP, and never reaches"
              + " about ICMP and every port of TCP and UDP that the rules tell apart. Answers JSON,"
              + " or JUnit's XML with Accept: application/xml or format=junit. The status is 200"
              + " also where statements fail.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(value = JSON)),
                @Content(mediaType = "text/plain", examples = @ExampleObject(value = TEXT))
              }))
  @PostMapping(path = "/nsxsim/api/v1/assertions", consumes = MediaType.ALL_VALUE)
  ResponseEntity<Object> check(
      @RequestBody byte[] body,
      @Parameter(description = "json or junit; otherwise the header Accept decides")
          @RequestParam(defaultValue = "")
          String format,
      @RequestHeader(value = "Accept", defaultValue = "") String accept) {
    if (!List.of("", "json", "junit").contains(format)) {
      throw Question.refused(Reason.INVALID_PARAMETER, "format", "format must be json or junit");
    }
    Fabric fabric = source.current();
    AssertionCheck check = new AssertionCheck(fabric, options);
    AssertionReader reader = new AssertionReader(new WorkloadSets(fabric, groups::current), check);
    List<AssertionCheck.Result> results = read(reader, body).stream().map(check::check).toList();
    boolean junit = format.equals("junit") || format.isEmpty() && accept.contains("xml");
    return junit
        ? ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
            .body(JunitReport.of(results))
        : ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body(AssertionAnswer.of(results));
  }

  /** A body that begins like JSON is JSON, whatever its header says. */
  private static List<Assertion> read(AssertionReader reader, byte[] body) {
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8).strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return reader.lines(text);
    }
    try {
      return reader.json(JsonMapper.shared().readTree(text));
    } catch (JacksonException e) {
      throw new Refusal(
          Reason.MALFORMED_BODY, "The body is not JSON: " + e.getOriginalMessage() + ".");
    }
  }
}
