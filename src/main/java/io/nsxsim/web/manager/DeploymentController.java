package io.nsxsim.web.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for further manager nodes and takes them back; documented by the files of {@code openapi/}.
 * A request is kept and said to be fulfilled, no node comes of it.
 */
@Hidden
@RestController
@RequestMapping("/api/v1/cluster/nodes/deployments")
class DeploymentController {

  private static final Author ADMIN = Author.client("admin");
  private static final PolicyPath PLACE = new PolicyPath("/api/v1/cluster/nodes/deployments");
  private static final String REQUESTS = "deployment_requests";

  private final PolicyEngine engine;
  private final StoredObjects objects;

  DeploymentController(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResultPage deploy(HttpServletRequest request) throws IOException {
    List<PolicyEngine.Put> puts = new ArrayList<>();
    JsonNode requests = JsonBody.read(request).path(REQUESTS);
    for (JsonNode each : requests) {
      if (!(each instanceof ObjectNode node)) {
        throw refusal("A request is an object.");
      }
      String id = UUID.randomUUID().toString();
      puts.add(new PolicyEngine.Put(PLACE.child(id), node.deepCopy().put("vm_id", id), false));
    }
    if (puts.isEmpty()) {
      throw refusal("A list of what to deploy is expected.");
    }
    engine.putTogether(puts, ADMIN);
    List<JsonNode> made = puts.stream().flatMap(put -> objects.find(put.path()).stream()).toList();
    return new ResultPage(made, made.size(), "", "", true);
  }

  @PostMapping(path = "/{id}", params = "action=delete")
  void delete(@PathVariable("id") String id) {
    PolicyPath path = PLACE.child(id);
    if (objects.find(path).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is no deployment " + id + ".");
    }
    engine.deleteTogether(List.of(path), ADMIN);
  }

  private static Refusal refusal(String message) {
    return new Refusal(List.of(Problem.invalid("/" + REQUESTS, message)));
  }
}
