package io.nsxsim.web.reachability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.error.Reason;
import io.nsxsim.net.Protocol;
import io.nsxsim.reachability.Request;
import io.nsxsim.web.simulation.Body;
import io.nsxsim.web.simulation.Question;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Two sets of workloads and what they send, as typed. */
record PairsQuestion(
    @JsonProperty("from")
        @Schema(
            description =
                "Sets, each once: all, a name, id, address or path of a workload, a network, the"
                    + " path of a group, segment or gateway",
            example = "[\"all\"]")
        List<String> from,
    @JsonProperty("to") @Schema(description = "The same for the destinations") List<String> to,
    @JsonProperty("protocol")
        @Schema(
            allowableValues = {"icmp", "tcp", "udp"},
            defaultValue = "icmp")
        String protocol,
    @JsonProperty("port") @Schema(type = "integer", description = "For tcp and udp") String port) {

  static final Set<String> FIELDS = Set.of("from", "to", "protocol", "port");

  static PairsQuestion of(JsonNode json) {
    Body body = Body.of(json, FIELDS);
    return new PairsQuestion(
        body.texts("from"), body.texts("to"), body.text("protocol", ""), body.text("port", ""));
  }

  /** The pairs that are meant; refuses unknown workloads and ports where they do not belong. */
  Request resolve(WorkloadSets sets) {
    return new Request(sets.find("from", from), sets.find("to", to), spoken(), number());
  }

  /** A port without a protocol is one of TCP. */
  Protocol spoken() {
    return protocol.isEmpty()
        ? port.isEmpty() ? Protocol.ICMP : Protocol.TCP
        : Question.protocol(protocol);
  }

  int number() {
    if (!spoken().hasPorts()) {
      if (!port.isEmpty()) {
        throw Question.refused(Reason.INVALID_PARAMETER, "port", "ICMP has no ports");
      }
      return 0;
    }
    return Question.port(port)
        .orElseThrow(() ->
            Question.refused(
                Reason.INVALID_PARAMETER, "port", spoken() + " needs a destination port"));
  }
}
