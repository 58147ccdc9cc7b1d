package io.nsxsim.web.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A flow to trace, as typed. */
record TraceRequest(
    @JsonProperty("from")
        @Schema(description = "Name, id, policy path or address of a workload", example = "web-1")
        String from,
    @JsonProperty("to") @Schema(description = "Address, DNS name of the inventory, or a workload")
        String to,
    @JsonProperty("protocol")
        @Schema(
            allowableValues = {"udp", "icmp", "tcp"},
            defaultValue = "udp")
        String protocol,
    @JsonProperty("port")
        @Schema(
            description = "Destination port; 33434 for udp and 80 for tcp without one",
            type = "integer")
        String port) {

  /** Reads the body of a request; refuses fields that it does not know. */
  static TraceRequest of(JsonNode json) {
    Body body = Body.of(json, Set.of("from", "to", "protocol", "port"));
    return new TraceRequest(
        body.text("from", ""),
        body.text("to", ""),
        body.text("protocol", "udp"),
        body.text("port", ""));
  }

  /** Reads query parameters. */
  static TraceRequest of(Map<String, String> parameters) {
    return new TraceRequest(
        parameters.getOrDefault("from", ""),
        parameters.getOrDefault("to", ""),
        parameters.getOrDefault("protocol", "udp"),
        parameters.getOrDefault("port", ""));
  }
}
