package io.nsxsim.web.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.engine.Remark;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.imports.ImportReport;
import io.nsxsim.imports.ImportRequest;
import io.nsxsim.imports.Imports;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes over what a real manager answers, to ask questions about it offline. */
@RestController
@Tag(name = "Scenario")
class ImportController {

  private static final String EXAMPLE =
      """
      {"infra": {"resource_type": "Infra", "children": []},
       "virtual_machines": {"results": [{"external_id": "502a1f6e-3f0f-0f6c-7c0e-1b7a3a2b9c11",
         "display_name": "web-1", "power_state": "VM_RUNNING"}]},
       "vifs": {"results": [{"owner_vm_id": "502a1f6e-3f0f-0f6c-7c0e-1b7a3a2b9c11",
         "lport_attachment_id": "3f1c0a52-6a63-4a4e-9d43-97f5d3a4b9a0",
         "ip_address_info": [{"source": "VM_TOOLS", "ip_addresses": ["10.1.0.11"]}]}]}}
      """;

  private final Imports imports;

  ImportController(Imports imports) {
    this.imports = imports;
  }

  /** What was imported. */
  record Answer(
      @JsonProperty("dry_run") boolean dryRun,
      @JsonProperty("mode") String mode,
      @JsonProperty("taken") @Schema(description = "Objects that are stored, by their type")
          Map<String, Long> taken,
      @JsonProperty("removed") @Schema(description = "Objects that are gone") int removed,
      @JsonProperty("virtual_machines") int machines,
      @JsonProperty("vifs") @Schema(description = "Network cards that are plugged in") int cards,
      @JsonProperty("remarks") @Schema(description = "Everything that is not stored as it was told")
          List<Row> remarks) {}

  /** A remark. */
  record Row(
      @JsonProperty("path") String path,
      @JsonProperty("field") String field,
      @JsonProperty("effect") Remark.Effect effect,
      @JsonProperty("reason") String reason) {}

  @Operation(
      summary = "Import what a real manager answers",
      description =
          "The body is the answer of GET /policy/api/v1/infra?filter=Type- (or of /org-root), or an"
              + " object with infra, org_root, virtual_machines and vifs, where the latter two are"
              + " answers of /infra/realized-state/enforcement-points/default/virtual-machines and"
              + " …/vifs. All of it is stored or nothing. What cannot be understood is left out and"
              + " listed.",
      requestBody = @RequestBody(content = @Content(examples = @ExampleObject(value = EXAMPLE))))
  @PostMapping("/nsxsim/api/v1/import")
  Answer run(
      HttpServletRequest request,
      @Parameter(
              description = "merge, or replace for everything that clients have made before",
              schema = @Schema(allowableValues = {"merge", "replace"}))
          @RequestParam(defaultValue = "merge")
          String mode,
      @Parameter(description = "Whether only to tell what would become of it")
          @RequestParam(name = "dry_run", defaultValue = "false")
          boolean dryRun)
      throws IOException {
    if (!mode.equals("merge") && !mode.equals("replace")) {
      throw new Refusal(
          List.of(new Problem(Reason.INVALID_PARAMETER, "mode", "mode must be merge or replace.")));
    }
    ImportBody body = new ImportBody(JsonBody.read(request));
    ImportReport report =
        imports.run(
            new ImportRequest(
                body.trees(),
                body.results("virtual_machines"),
                body.results("vifs").orElse(List.of()),
                mode.equals("replace"),
                dryRun),
            "admin");
    return new Answer(
        dryRun,
        mode,
        report.taken(),
        report.removed(),
        report.machines(),
        report.cards(),
        report.remarks().stream()
            .map(each -> new Row(each.path(), each.field(), each.effect(), each.reason()))
            .toList());
  }
}
