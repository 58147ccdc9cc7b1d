package io.nsxsim.web.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.Trace;
import org.jspecify.annotations.Nullable;

/** How a connection attempt ends. */
@JsonPropertyOrder({"result", "verdict", "address", "reason", "deciding_path"})
record ConnectAnswer(
    @JsonProperty("result") Result result,
    @JsonProperty("verdict") String verdict,
    @JsonProperty("address") String address,
    @JsonProperty("reason") String reason,
    @JsonProperty("deciding_path") @Nullable String decidingPath) {

  /** What the one who connects learns. */
  enum Result {
    CONNECTED,
    /** A reset comes back. */
    REFUSED,
    /** An ICMP error comes back. */
    UNREACHABLE,
    TIMEOUT,
    /** It depends on something that is not modelled. */
    UNKNOWN
  }

  static ConnectAnswer of(Trace trace, Result result, IpAddress address) {
    return new ConnectAnswer(
        result,
        trace.verdict().name(),
        address.toString(),
        trace.fate().name() + ": " + trace.reason(),
        trace.decidingPath().map(PolicyPath::value).orElse(null));
  }

  /** The same as netcat says it. */
  String text(String name, int port) {
    String failed = "nc: connect to %s (%s) port %d (tcp) ".formatted(name, address, port);
    return switch (result) {
      case CONNECTED ->
          "Connection to %s (%s) %d port [tcp/*] succeeded!\n".formatted(name, address, port);
      case REFUSED -> failed + "failed: Connection refused\n";
      case UNREACHABLE -> failed + "failed: No route to host\n";
      case TIMEOUT -> failed + "timed out: Operation now in progress\n";
      case UNKNOWN -> failed + "cannot be decided: " + reason + "\n";
    };
  }
}
