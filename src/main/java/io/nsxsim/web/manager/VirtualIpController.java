package io.nsxsim.web.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The address that all managers of a cluster share. Without one NSX answers {@code 0.0.0.0} and
 * {@code ::}, which is what clients compare with.
 */
@Hidden
@RestController
@RequestMapping("/api/v1/cluster/api-virtual-ip")
class VirtualIpController {

  private static final PolicyPath PATH = new PolicyPath("/api/v1/cluster/api-virtual-ip");
  private static final Map<String, String> NONE =
      Map.of("ip_address", "0.0.0.0", "ip6_address", "::");

  private final PolicyEngine engine;
  private final StoredObjects objects;

  VirtualIpController(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  @GetMapping
  ObjectNode get() {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    JsonNode stored = objects.find(PATH).orElse(answer);
    NONE.forEach((field, none) -> answer.put(field, stored.path(field).asString(none)));
    return answer;
  }

  @PostMapping(params = "action=set_virtual_ip")
  ObjectNode set(
      @RequestParam(name = "ip_address", defaultValue = "") String ip,
      @RequestParam(name = "ip6_address", defaultValue = "") String ip6) {
    ObjectNode addresses = get();
    change(addresses, "ip_address", ip, "[0-9.]{7,15}");
    change(addresses, "ip6_address", ip6, "[0-9A-Fa-f:.]{2,45}");
    return save(addresses);
  }

  @PostMapping(params = "action=clear_virtual_ip")
  ObjectNode clear() {
    return save(get().put("ip_address", "0.0.0.0"));
  }

  @PostMapping(params = "action=clear_virtual_ip6")
  ObjectNode clear6() {
    return save(get().put("ip6_address", "::"));
  }

  private static void change(ObjectNode addresses, String field, String given, String form) {
    if (given.isEmpty()) {
      return;
    }
    if (!given.matches(form)) {
      throw new Refusal(List.of(Problem.invalid("/" + field, given + " is no address.")));
    }
    addresses.put(field, given);
  }

  private ObjectNode save(ObjectNode addresses) {
    engine.putTogether(
        List.of(new PolicyEngine.Put(PATH, addresses.deepCopy(), false)), Author.SYSTEM);
    return addresses;
  }
}
