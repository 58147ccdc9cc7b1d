package io.nsxsim.web.reachability;

import io.nsxsim.error.Reason;
import io.nsxsim.reachability.Matrix;
import io.nsxsim.reachability.Request;
import io.nsxsim.simulation.Options;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.reader.FabricSource;
import io.nsxsim.topology.reader.GroupMembership;
import io.nsxsim.web.simulation.Question;
import io.nsxsim.web.simulation.SimulationSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers who reaches whom. */
@RestController
@Tag(name = "Reachability", description = "Many flows at once")
class ReachabilityController {

  private static final String FORMATS = "json, csv or html; otherwise the header Accept decides";

  private final FabricSource source;
  private final GroupMembership groups;
  private final Options options;

  ReachabilityController(FabricSource source, GroupMembership groups, SimulationSettings settings) {
    this.source = source;
    this.groups = groups;
    this.options = settings.options();
  }

  @Operation(
      summary = "Find out who reaches whom",
      description =
          "All pairs of two sets of workloads, worked out by classes of workloads that are treated"
              + " alike. JSON lists the classes, CSV every pair, HTML a table.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = PairsQuestion.class))))
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = MatrixAnswer.class)),
        @Content(mediaType = "text/csv"),
        @Content(mediaType = "text/html")
      })
  @PostMapping("/nsxsim/api/v1/reachability")
  void ask(
      @RequestBody JsonNode body,
      @Parameter(description = FORMATS) @RequestParam(defaultValue = "") String format,
      @RequestHeader(value = "Accept", defaultValue = "") String accept,
      HttpServletResponse response)
      throws IOException {
    answer(PairsQuestion.of(body), format(format, accept), response);
  }

  @Operation(summary = "Look at who reaches whom", description = "The same as POST.")
  @GetMapping("/nsxsim/api/v1/reachability")
  void look(
      @RequestParam(defaultValue = "") List<String> from,
      @RequestParam(defaultValue = "") List<String> to,
      @RequestParam(defaultValue = "") String protocol,
      @RequestParam(defaultValue = "") String port,
      @Parameter(description = FORMATS) @RequestParam(defaultValue = "") String format,
      @RequestHeader(value = "Accept", defaultValue = "") String accept,
      HttpServletResponse response)
      throws IOException {
    answer(new PairsQuestion(from, to, protocol, port), format(format, accept), response);
  }

  private void answer(PairsQuestion question, String format, HttpServletResponse response)
      throws IOException {
    Fabric fabric = source.current();
    Request request = question.resolve(new WorkloadSets(fabric, groups::current));
    Matrix matrix = new Matrix(fabric, options, request);
    switch (format) {
      case "csv" -> {
        response.setContentType("text/csv;charset=UTF-8");
        MatrixText.csv(matrix, response.getOutputStream());
      }
      case "html" -> {
        response.setContentType("text/html;charset=UTF-8");
        MatrixText.html(matrix, response.getOutputStream());
      }
      default -> {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JsonMapper.shared().writeValue(response.getOutputStream(), MatrixAnswer.of(matrix));
      }
    }
  }

  private static String format(String format, String accept) {
    return switch (format) {
      case "json", "csv", "html" -> format;
      case "" -> accept.contains("text/csv") ? "csv" : accept.contains("text/html") ? "html" : "";
      default ->
          throw Question.refused(
              Reason.INVALID_PARAMETER, "format", "format must be json, csv or html");
    };
  }
}
