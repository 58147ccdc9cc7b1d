package io.nsxsim.web.simulation;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.net.Ipv4;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Flow;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A flow as people ask for it, resolved.
 *
 * @param from the device that sends
 * @param flow without ports that mean anything
 */
record Question(Device from, Flow flow) {

  private static final int NO_PORT = 0;

  /**
   * Finds out who and what is meant.
   *
   * @throws Refusal with NOT_FOUND for an unknown end, INVALID_PARAMETER for a name of several
   */
  static Question of(Fabric fabric, String from, String to, String protocol) {
    Protocol wanted = protocol(protocol);
    Workload sender = only(fabric, "from", from);
    Ipv4 destination = destination(fabric, to);
    Device device = fabric.device(sender.device());
    Ipv4 source =
        Ipv4.parse(from)
            .or(() -> device.sourceTowards(destination))
            .or(() -> sender.addresses().stream().findFirst())
            .orElseThrow(() -> withoutAddress("from", from));
    return new Question(
        device, new Flow(device.id(), source, destination, wanted, NO_PORT, NO_PORT));
  }

  /** Reads a number, or refuses it. */
  static int number(String field, String text, int least, int most) {
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw refused(
        Reason.INVALID_PARAMETER,
        field,
        "%s must be a number from %d to %d, not %s".formatted(field, least, most, text));
  }

  /** Reads a port; an empty text is none. */
  static Optional<Integer> port(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(number("port", text, 1, 65535));
  }

  private static Protocol protocol(String text) {
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(text.toUpperCase(Locale.ROOT))) {
        return protocol;
      }
    }
    throw refused(
        Reason.INVALID_PARAMETER, "protocol", "protocol must be udp, icmp or tcp, not " + text);
  }

  private static Ipv4 destination(Fabric fabric, String to) {
    return Ipv4.parse(to)
        .or(() -> only(fabric, "to", to).addresses().stream().findFirst())
        .orElseThrow(() -> withoutAddress("to", to));
  }

  private static Workload only(Fabric fabric, String field, String text) {
    List<Workload> found = fabric.directory().find(text);
    if (text.isBlank()) {
      throw refused(Reason.INVALID_PARAMETER, field, field + " is missing");
    }
    if (found.isEmpty()) {
      throw refused(
          Reason.NOT_FOUND,
          field,
          "No workload, DNS name or address of the inventory is called " + text);
    }
    if (found.size() > 1) {
      List<String> labels = found.stream().map(Workload::label).sorted().toList();
      throw refused(
          Reason.INVALID_PARAMETER,
          field,
          "%s fits several: %s".formatted(text, String.join(", ", labels)));
    }
    return found.getFirst();
  }

  private static Refusal withoutAddress(String field, String text) {
    return refused(Reason.INVALID_PARAMETER, field, text + " has no IPv4 address");
  }

  /** A refusal that points to the parameter. */
  static Refusal refused(Reason reason, String field, String message) {
    return new Refusal(List.of(new Problem(reason, field, message)));
  }
}
