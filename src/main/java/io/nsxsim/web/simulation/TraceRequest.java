package io.nsxsim.web.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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

  @JsonCreator
  static TraceRequest read(
      @JsonProperty("from") @Nullable String from,
      @JsonProperty("to") @Nullable String to,
      @JsonProperty("protocol") @Nullable String protocol,
      @JsonProperty("port") @Nullable String port) {
    return new TraceRequest(or(from, ""), or(to, ""), or(protocol, "udp"), or(port, ""));
  }

  private static String or(@Nullable String text, String absent) {
    return text == null ? absent : text;
  }
}
