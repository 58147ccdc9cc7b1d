package io.nsxsim.web.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.lab.Behavior;
import io.nsxsim.lab.Lab;
import io.nsxsim.lab.LabExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers a script that builds the network in Linux namespaces. */
@RestController
@Tag(name = "Simulation")
class LabController {

  private static final String SHELL_SCRIPT = "text/x-shellscript";

  private final LabExport export;
  private final Behavior behavior;

  LabController(
      LabExport export,
      @Value("${nsxsim.simulation.gateway-reports-no-route:false}") boolean noRoute,
      @Value("${nsxsim.simulation.gateway-reports-missing-host:true}") boolean missingHost) {
    this.export = export;
    this.behavior = new Behavior(noRoute, missingHost);
  }

  /** The lab as JSON. */
  record LabAnswer(
      @JsonProperty("script") @Schema(description = "What the shell script would be") String script,
      @JsonProperty("workloads") @Schema(description = "The names that lab.sh exec knows")
          List<String> workloads,
      @JsonProperty("namespaces") @Schema(description = "What lab.sh up creates")
          List<String> namespaces,
      @JsonProperty("differences")
          @Schema(description = "Where Linux does otherwise than NSX would, or what is left out")
          List<String> differences) {}

  @Operation(
      summary = "Export the network as a Linux lab",
      description =
          "One bash script, lab.sh up | down | list | exec WORKLOAD COMMAND, that builds what is"
              + " configured now as network namespaces, so that the real traceroute can be run in"
              + " it. It is made from the configuration alone, not from what the simulation"
              + " computes, and needs root, ip and nft. Its first lines say what Linux cannot do.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(mediaType = SHELL_SCRIPT, schema = @Schema(type = "string")),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = LabAnswer.class))
              }))
  @GetMapping("/nsxsim/api/v1/lab")
  ResponseEntity<?> lab(
      @Parameter(
              description = "script, or json for the script and lists of what it holds",
              schema = @Schema(allowableValues = {"script", "json"}))
          @RequestParam(defaultValue = "script")
          String format) {
    Lab lab = export.current(behavior);
    return switch (format) {
      case "script" ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(SHELL_SCRIPT + ";charset=UTF-8"))
              .header("Content-Disposition", "attachment; filename=\"lab.sh\"")
              .body(lab.script());
      case "json" ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .body(
                  new LabAnswer(
                      lab.script(), lab.workloads(), lab.namespaces(), lab.differences()));
      default ->
          throw new Refusal(
              List.of(
                  new Problem(
                      Reason.INVALID_PARAMETER, "format", "format must be script or json")));
    };
  }
}
