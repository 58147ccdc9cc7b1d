package io.nsxsim.web.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The distributed switches of vCenter. Nobody discovers any here: those are listed that hosts, or
 * profiles of hosts, are connected to.
 */
@Hidden
@RestController
class VirtualSwitchController {

  private static final PolicyPath HOSTS =
      new PolicyPath("/infra/sites/default/enforcement-points/default/host-transport-nodes");
  private static final PolicyPath PROFILES = new PolicyPath("/infra/host-transport-node-profiles");
  private static final PolicyPath COMPUTE_MANAGERS =
      new PolicyPath("/api/v1/fabric/compute-managers");
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of("display_name", each -> each.path("display_name").asString(""));

  private final StoredObjects objects;

  VirtualSwitchController(StoredObjects objects) {
    this.objects = objects;
  }

  @GetMapping("/api/v1/fabric/virtual-switches")
  ResultPage list(@RequestParam Map<String, String> parameters) {
    Map<String, ObjectNode> switches = new LinkedHashMap<>();
    Stream.of(HOSTS, PROFILES)
        .flatMap(place -> objects.in(place).stream())
        .flatMap(user -> user.path("host_switch_spec").path("host_switches").valueStream())
        .filter(each -> each.path("host_switch_type").asString("").equals("VDS"))
        .forEach(each -> switches.putIfAbsent(id(each), row(each)));
    return ListQuery.of(parameters).page(switches.values().stream(), ORDERS);
  }

  private ObjectNode row(JsonNode hostSwitch) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("resource_type", "DistributedVirtualSwitch")
        .put("uuid", id(hostSwitch))
        .put("external_id", id(hostSwitch))
        .put("display_name", hostSwitch.path("host_switch_name").asString(id(hostSwitch)))
        .put("origin_type", "VmwareDistributedVirtualSwitch")
        .put("owner_nsx", "SELF");
    objects.in(COMPUTE_MANAGERS).stream()
        .findFirst()
        .ifPresent(origin -> row.set("origin_id", origin.path("id")));
    hostSwitch
        .path("uplinks")
        .forEach(uplink ->
            row.withArray("uplink_port_names").add(uplink.path("vds_uplink_name").asString("")));
    return row;
  }

  private static String id(JsonNode hostSwitch) {
    return hostSwitch.path("host_switch_id").asString("");
  }
}
