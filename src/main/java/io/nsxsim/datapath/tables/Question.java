package io.nsxsim.datapath.tables;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern GATEWAY =
      Pattern.compile(".*?/(tier-0s|tier-1s|vpcs|transit-gateways)/[^/]+");

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
    Matcher gateway = GATEWAY.matcher(subject.value());
    return gateway.find() ? new PolicyPath(gateway.group()) : subject;
  }
}
