package io.nsxsim.datapath.tables;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of a table.
 *
 * @param subject the path of the object that the table belongs to
 * @param document that object
 * @param view the rest of the path, such as {@code forwarding-table}
 * @param parameters of the request
 */
record Question(
    PolicyPath subject,
    JsonNode document,
    String view,
    Map<String, String> parameters,
    Fabric fabric) {

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The path in a parameter. */
  Optional<PolicyPath> path(String name) {
    return Optional.of(parameter(name)).filter(PolicyPath::isPolicyPath).map(PolicyPath::new);
  }

  /** The device of a gateway, if the network has it. */
  Optional<Device> device(PolicyPath gateway) {
    return Optional.ofNullable(fabric.devices().get(gateway.value()));
  }

  /** The gateway that the subject is or lies below. */
  PolicyPath gateway() {
    String path = subject.value();
    int gateways = Math.max(path.indexOf("/tier-0s/"), path.indexOf("/tier-1s/"));
    int end = path.indexOf('/', gateways + "/tier-0s/".length());
    return new PolicyPath(end < 0 ? path : path.substring(0, end));
  }
}
