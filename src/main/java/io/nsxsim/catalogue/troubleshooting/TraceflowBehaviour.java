package io.nsxsim.catalogue.troubleshooting;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Traceflows: a packet needs a port to start at and a destination. The timeout is 5 to 15 seconds;
 * the 60 of the contract are for federation. A packet on a VLAN cannot be told to be routed.
 *
 * <p>Source: the API reference on {@code TraceflowConfig} and {@code PacketData}.
 */
@Component
final class TraceflowBehaviour implements Behaviour {

  private static final int LONGEST = 15;
  private static final String ROUTED = "routed";

  @Override
  public Set<String> kinds() {
    return Set.of("TraceflowConfig");
  }

  /** Clients in shell send the number 1 for true. */
  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (document.path("packet") instanceof ObjectNode packet) {
      JsonNode routed = packet.path(ROUTED);
      if (routed.isIntegralNumber() && (routed.asInt() == 0 || routed.asInt() == 1)) {
        packet.put(ROUTED, routed.asInt() == 1);
      }
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (!Fields.isSet(document, "source_id")
        && !Fields.isSet(document, "segment_port_path")
        && !Fields.isSet(document, "connected_parent_path_as_source")) {
      problems.accept(Problem.missing("/source_id", "A traceflow starts at a port."));
    }
    if (document.path("timeout").asInt(0) > LONGEST) {
      problems.accept(
          Problem.invalid("/timeout", "The timeout is 5 to 15 seconds, not more than that."));
    }
    checkPacket(document.path("packet"), problems);
    if (document.path("packet").path(ROUTED).asBoolean(false) && isOnVlan(document, around)) {
      problems.accept(Problem.conflict("/packet/routed", "A packet on a VLAN is not routed."));
    }
  }

  private static void checkPacket(JsonNode packet, Consumer<Problem> problems) {
    if (packet.isMissingNode()) {
      problems.accept(Problem.missing("/packet", "A traceflow needs a packet."));
    }
    if (packet.has("ip_header") && packet.has("ipv6_header")) {
      problems.accept(
          Problem.conflict("/packet/ipv6_header", "A packet is either of IPv4 or of IPv6."));
    }
    long transports = packet.path("transport_header").size();
    if (transports > 1) {
      problems.accept(
          Problem.conflict("/packet/transport_header", "A packet has one transport header."));
    }
    if (packet.path("resource_type").asString("").equals("FieldsPacketData")) {
      checkDestination(packet, problems);
    }
  }

  private static void checkDestination(JsonNode packet, Consumer<Problem> problems) {
    boolean known =
        packet.has("arp_header")
            || Fields.isSet(packet.path("ip_header"), "dst_ip")
            || Fields.isSet(packet.path("ipv6_header"), "dst_ip")
            || packet.path("transport_header").has("dhcp_header")
            || Fields.isSet(packet.path("eth_header"), "dst_mac")
            || !packet.path("transport_type").asString("UNICAST").equals("UNICAST");
    if (!known) {
      problems.accept(
          Problem.missing("/packet/ip_header/dst_ip", "A packet goes to some address."));
    }
  }

  private static boolean isOnVlan(JsonNode document, Surroundings around) {
    String field = Fields.isSet(document, "source_id") ? "source_id" : "segment_port_path";
    return Fields.path(document, field)
        .map(PolicyPath::value)
        .filter(port -> port.contains("/ports/"))
        .map(port -> new PolicyPath(port.substring(0, port.lastIndexOf("/ports/"))))
        .flatMap(around::find)
        .filter(segment -> Fields.isSet(segment, "vlan_ids"))
        .isPresent();
  }
}
