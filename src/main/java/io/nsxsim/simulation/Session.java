package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.RoutingTable;
import java.util.Optional;

/**
 * What a stateful device or network card remembers of a flow.
 *
 * @param device its id
 * @param card name of the network card; empty for the device itself
 * @param inner the packet as it came in
 * @param outer the packet as it went on
 */
record Session(String device, String card, Packet inner, Packet outer) {

  boolean isFor(String place, String cardThere, Packet packet) {
    return device.equals(place) && card.equals(cardThere) && packet.answers(outer);
  }

  /**
   * Tells whether a packet that belongs to the session gets to where it is kept: what goes from one
   * segment of a gateway to another does not come by its service router.
   */
  boolean isMetAt(Device gateway, Interface in, Packet packet) {
    if (in.role() != Role.DOWNLINK || gateway.owns(packet.destination())) {
      return true;
    }
    Optional<RoutingTable.Entry> entry = gateway.routes().lookup(packet.destination());
    return entry.isEmpty()
        || entry.get().ways().getFirst().nextHop().out().map(Interface::role).orElse(in.role())
            != Role.DOWNLINK;
  }

  /** An error in the other family: its sender is written in the prefix that the packet went to. */
  private Packet restoreFamily(Packet answer) {
    if (answer.source().ipv6()) {
      return errorFrom(answer.source(), answer);
    }
    long low = inner.destination().low() >>> 32 << 32 | (answer.source().folded() & 0xFFFFFFFFL);
    IpAddress sender = new IpAddress(true, inner.destination().high(), low);
    return errorFrom(sender, answer);
  }

  private Packet errorFrom(IpAddress sender, Packet answer) {
    return AnswerKind.of(answer).orElse(AnswerKind.HOST_UNREACHABLE).error(sender, inner);
  }

  /**
   * Takes the translation off an answer. An ICMP error from behind a translated destination shows
   * the untranslated one as its source, as measured with Linux (rule 27).
   */
  Packet restore(Packet answer) {
    if (answer.cause().isEmpty()) {
      return inner.reply().withTtl(answer.ttl()).withSize(answer.size(), answer.whole());
    }
    if (answer.protocol() != Protocol.icmp(inner.source().ipv6())) {
      return restoreFamily(answer);
    }
    boolean destinationWasTranslated = !inner.destination().equals(outer.destination());
    IpAddress source = destinationWasTranslated ? inner.destination() : answer.source();
    return answer
        .withSource(source)
        .withDestination(inner.source(), answer.destinationPort())
        .withCause(inner);
  }
}
