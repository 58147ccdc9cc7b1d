package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import java.util.Optional;

/**
 * Makes the packets that devices send back. An ICMP error has the address of the interface the
 * packet came in by (rule 14); one that has no address says nothing.
 */
final class Answers {

  private Answers() {}

  /** The answer of the destination itself: what it sends when nothing listens on the port. */
  static Optional<Reply> delivered(Journey journey, Device device) {
    Packet packet = journey.packet();
    if (packet.cause().isPresent() || isEchoReply(packet)) {
      return Optional.empty();
    }
    if (packet.protocol() != Protocol.UDP) {
      return Optional.of(Reply.from(device.id(), AnswerKind.REPLY, packet.reply()));
    }
    return Optional.of(error(journey, device, packet.destination(), AnswerKind.PORT_UNREACHABLE));
  }

  /** What a packet that lives no longer than to this visit brings back. */
  static Optional<Reply> expired(Journey journey, Visit visit) {
    return visit
        .in()
        .ip()
        .filter(own -> !visit.expiresInSilence())
        .map(own -> {
          Packet answer = AnswerKind.TIME_EXCEEDED.error(own, visit.checked());
          Packet restored =
              journey
                  .session(visit.device(), answer, visit.sessions())
                  .map(session -> session.restore(answer))
                  .orElseGet(() -> asItCame(visit, answer));
          return Reply.from(visit.device().id(), AnswerKind.TIME_EXCEEDED, restored);
        });
  }

  static Optional<Reply> tooLong(Journey journey, Device device, Interface in, int mtu) {
    return in.ip().map(own -> error(journey, device, own, AnswerKind.FRAG_NEEDED).withMtu(mtu));
  }

  static Optional<Reply> noRoute(Journey journey, Device device, Interface in, Options options) {
    return device.kind().isGateway() && !options.gatewayReportsNoRoute()
        ? Optional.empty()
        : in.ip().map(own -> error(journey, device, own, AnswerKind.NETWORK_UNREACHABLE));
  }

  static Optional<Reply> noNeighbor(
      Journey journey, Device device, Interface out, Options options) {
    if (device.kind().isGateway() && !options.gatewayReportsMissingHost()) {
      return Optional.empty();
    }
    Optional<IpAddress> own =
        journey.visits().isEmpty() ? out.ip() : journey.visits().getLast().in().ip();
    return own.map(address -> error(journey, device, address, AnswerKind.HOST_UNREACHABLE));
  }

  /** What is sent to an address of the device's own is answered from there (rule 17). */
  static Optional<Reply> rejected(Journey journey, Device device, Interface in) {
    Packet packet = journey.packet();
    if (packet.protocol() == Protocol.TCP) {
      return Optional.of(restored(journey, device, AnswerKind.REPLY, packet.reply()));
    }
    Optional<IpAddress> from =
        device.owns(packet.destination()) ? Optional.of(packet.destination()) : in.ip();
    return from.map(own -> error(journey, device, own, AnswerKind.PROHIBITED));
  }

  private static Reply error(Journey journey, Device device, IpAddress from, AnswerKind kind) {
    return restored(journey, device, kind, kind.error(from, journey.packet()));
  }

  /** A device that has translated a packet takes that off its own answer, too. */
  private static Reply restored(Journey journey, Device device, AnswerKind kind, Packet answer) {
    return Reply.from(
        device.id(),
        kind,
        journey
            .session(device, answer)
            .map(session -> session.restore(answer))
            .orElseGet(() -> asItCame(journey, device, answer)));
  }

  /** What is translated without being remembered is told as it came in, too. */
  private static Packet asItCame(Journey journey, Device device, Packet answer) {
    return journey.visits().isEmpty()
            || !journey.visits().getLast().device().id().equals(device.id())
        ? answer
        : asItCame(journey.visits().getLast(), answer);
  }

  private static Packet asItCame(Visit visit, Packet answer) {
    Packet came = visit.before();
    return answer.cause().isEmpty()
        ? came.reply()
        : answer.withDestination(came.source(), answer.destinationPort()).withCause(came);
  }

  private static boolean isEchoReply(Packet packet) {
    return packet.isEchoReply();
  }
}
