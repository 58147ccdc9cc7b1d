package io.nsxsim.web.inspection;

import io.nsxsim.catalogue.Contract;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Signatures that clients write themselves; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping("/policy/api/v1" + CustomSignaturesController.VERSIONS + "/{version}")
class CustomSignaturesController {

  static final String VERSIONS =
      "/infra/settings/firewall/security/intrusion-services/custom-signature-versions";

  private final CustomSignatures signatures;
  private final Contract contract;

  CustomSignaturesController(CustomSignatures signatures, Contract contract) {
    this.signatures = signatures;
    this.contract = contract;
  }

  @PostMapping
  void add(
      @PathVariable("version") String id,
      @RequestParam(name = "action", defaultValue = "") String action,
      HttpServletRequest request)
      throws IOException {
    if (!action.equals("ADD_CUSTOM_SIGNATURES")) {
      throw invalid("action is ADD_CUSTOM_SIGNATURES: " + action);
    }
    ObjectNode body = body(request, "IdsRawSignatures");
    signatures.check(version(id), body);
    signatures.add(version(id), body.path("signatures"));
  }

  @PostMapping("/custom-signatures")
  void act(
      @PathVariable("version") String id,
      @RequestParam(name = "action", defaultValue = "") String action,
      HttpServletRequest request)
      throws IOException {
    ObjectNode body = body(request, "CustomSignatureValidationPayload");
    signatures.check(version(id), body);
    switch (action) {
      case "VALIDATE" -> signatures.validate(version(id), body);
      case "PUBLISH" -> signatures.publish(version(id));
      case "CANCEL" -> signatures.cancel(version(id));
      default -> throw invalid("action is VALIDATE, PUBLISH or CANCEL: " + action);
    }
  }

  @GetMapping(path = "/custom-signatures", params = "include=PREVIEW_CUSTOM_SIGNATURES")
  @ListParameters
  ResultPage preview(
      @PathVariable("version") String id, @RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters)
        .page(
            signatures.preview(version(id)).stream(),
            Map.of("display_name", signature -> signature.path("display_name").asString("")));
  }

  @GetMapping("/custom-signatures-diff")
  ObjectNode difference(@PathVariable("version") String id) {
    return signatures.difference(version(id));
  }

  private ObjectNode body(HttpServletRequest request, String schema) throws IOException {
    ObjectNode body = JsonBody.read(request);
    List<Problem> problems = contract.problems(schema, body);
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return body;
  }

  private static PolicyPath version(String id) {
    return new PolicyPath(VERSIONS + "/" + id);
  }

  private static Refusal invalid(String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, "action", message)));
  }
}
