package io.nsxsim.web.simulation;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.net.IpAddress;
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
 * @param flow without ports that mean anything; to whoever has the address
 * @param to id of the device that is meant, where a workload is asked about and not an address
 */
public record Question(Device from, Flow flow, Optional<String> to) {

  private static final int NO_PORT = 0;

  /**
   * Finds out who and what is meant.
   *
   * @throws Refusal with NOT_FOUND for an unknown end, INVALID_PARAMETER for a name of several
   */
  public static Question of(Fabric fabric, String from, String to, String protocol) {
    Protocol wanted = protocol(protocol);
    Workload sender = only(fabric, "from", from);
    Device device = fabric.device(sender.device());
    Optional<IpAddress> told = IpAddress.parse(from);
    Optional<Workload> receiver =
        IpAddress.parse(to).isPresent() ? Optional.empty() : Optional.of(only(fabric, "to", to));
    IpAddress destination =
        receiver.isPresent()
            ? destination(receiver.get(), to, told.or(() -> only(sender.addresses())))
            : IpAddress.of(to);
    IpAddress source =
        told.or(() -> device.sourceTowards(destination))
            .or(() -> first(sender.addresses(), destination.ipv6()))
            .orElseThrow(() -> withoutAddress(fabric, device, from, destination));
    if (source.ipv6() != destination.ipv6()) {
      throw refused(
          Reason.INVALID_PARAMETER, "to", source + " and " + destination + " differ in family");
    }
    return new Question(
        device,
        new Flow(
            device.id(),
            source,
            destination,
            wanted == Protocol.ICMP ? Protocol.icmp(destination.ipv6()) : wanted,
            NO_PORT,
            NO_PORT),
        receiver.map(Workload::device));
  }

  /** Tells whether the sender itself has no route, so that nothing leaves it. */
  boolean hasNoWay() {
    return from.running() && from.waysOf(flow.source(), flow.destination()).isEmpty();
  }

  /** Reads a number, or refuses it. */
  public static int number(String field, String text, int least, int most) {
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
  public static Optional<Integer> port(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(number("port", text, 1, 65535));
  }

  /** Reads the name of a protocol, or refuses it. */
  public static Protocol protocol(String text) {
    for (Protocol protocol : List.of(Protocol.UDP, Protocol.ICMP, Protocol.TCP)) {
      if (protocol.name().equals(text.toUpperCase(Locale.ROOT))) {
        return protocol;
      }
    }
    throw refused(
        Reason.INVALID_PARAMETER, "protocol", "protocol must be udp, icmp or tcp, not " + text);
  }

  /** Of a workload's several addresses one that fits the sender. */
  private static IpAddress destination(Workload receiver, String to, Optional<IpAddress> sender) {
    List<IpAddress> addresses = receiver.addresses();
    return sender
        .flatMap(address -> first(addresses, address.ipv6()))
        .or(() -> addresses.stream().findFirst())
        .orElseThrow(() -> refused(Reason.INVALID_PARAMETER, "to", to + " has no address"));
  }

  private static Optional<IpAddress> first(List<IpAddress> addresses, boolean ipv6) {
    return addresses.stream().filter(address -> address.ipv6() == ipv6).findFirst();
  }

  /** An address that stands for the family, where there is only one family. */
  private static Optional<IpAddress> only(List<IpAddress> addresses) {
    long families = addresses.stream().map(IpAddress::ipv6).distinct().count();
    return families == 1 ? Optional.of(addresses.getFirst()) : Optional.empty();
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

  private static Refusal withoutAddress(
      Fabric fabric, Device device, String text, IpAddress towards) {
    String family = towards.ipv6() ? "IPv6" : "IPv4";
    String why =
        fabric.notesOn(device.id()).stream().map(note -> ": " + note).findFirst().orElse("");
    return refused(
        Reason.INVALID_PARAMETER, "from", "%s has no %s address%s".formatted(text, family, why));
  }

  /** A refusal that points to the parameter. */
  public static Refusal refused(Reason reason, String field, String message) {
    return new Refusal(List.of(new Problem(reason, field, message)));
  }
}
