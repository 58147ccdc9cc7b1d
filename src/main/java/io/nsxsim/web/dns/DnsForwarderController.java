package io.nsxsim.web.dns;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.path.PolicyPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Emptying a forwarder's cache, which has nothing in it, and asking it for a name. It knows the
 * names of the external hosts; what else there is in the world it answers with NXDOMAIN.
 */
@Hidden
@RestController
@RequestMapping({
  DnsForwarderController.API + "/infra/tier-0s/{gateway}/dns-forwarder",
  DnsForwarderController.API + "/infra/tier-1s/{gateway}/dns-forwarder",
  DnsForwarderController.API
      + "/orgs/{org}/projects/{project}/infra/tier-1s/{gateway}/dns-forwarder"
})
class DnsForwarderController {

  static final String API = "/policy/api/v1";
  private static final String NAME = "/dns-forwarder";
  private static final String POINT = "/infra/sites/default/enforcement-points/default";

  private final StoredObjects objects;
  private final InventoryReader inventory;

  DnsForwarderController(StoredObjects objects, InventoryReader inventory) {
    this.objects = objects;
    this.inventory = inventory;
  }

  @PostMapping
  ResponseEntity<Void> act(
      HttpServletRequest request, @RequestParam(name = "action", defaultValue = "") String action) {
    if (!action.equals("clear_cache")) {
      throw wrong("action", "action is clear_cache, not " + action + ".");
    }
    forwarder(request);
    return ResponseEntity.ok().build();
  }

  @GetMapping("/nslookup")
  ObjectNode lookUp(
      HttpServletRequest request,
      @RequestParam(name = "address", defaultValue = "") String address) {
    if (address.isBlank()) {
      throw wrong("address", "address is the name or the address to ask for.");
    }
    JsonNode forwarder = forwarder(request);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("intent_path", forwarder.path("path").asString(""));
    ObjectNode point = answer.putArray("dns_answer_per_enforcement_point").addObject();
    point.put("resource_type", "NsxTDnsAnswer");
    point.put("enforcement_point_path", POINT);
    point.put("dns_server", forwarder.path("listener_ip").asString("") + "#53");
    ArrayNode answers = point.putArray("answers");
    inventory.current().externalHosts().stream()
        .filter(host -> answersTo(host, address.strip()))
        .forEach(host ->
            answers
                .addObject()
                .put("name", host.dnsNames().getFirst())
                .put("address", host.ipAddress()));
    if (answers.isEmpty()) {
      point.put("raw_answer", "** server can't find " + address + ": NXDOMAIN");
    }
    return answer;
  }

  private static boolean answersTo(ExternalHost host, String asked) {
    return !host.dnsNames().isEmpty()
        && (host.ipAddress().equals(asked)
            || host.dnsNames().stream().anyMatch(asked::equalsIgnoreCase));
  }

  private JsonNode forwarder(HttpServletRequest request) {
    String uri = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    PolicyPath path =
        new PolicyPath(uri.substring(API.length(), uri.lastIndexOf(NAME) + NAME.length()));
    return objects
        .find(path)
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, "There is no DNS forwarder " + path + "."));
  }

  private static Refusal wrong(String parameter, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, parameter, message)));
  }
}
