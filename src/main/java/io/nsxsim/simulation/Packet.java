package io.nsxsim.simulation;

import io.nsxsim.net.Ipv4;
import io.nsxsim.net.Protocol;
import java.util.Optional;

/**
 * A packet's headers.
 *
 * @param sourcePort for ICMP the type of the message
 * @param destinationPort for ICMP the code of the message
 * @param cause for an ICMP error, the headers of the packet that it is about
 */
public record Packet(
    Ipv4 source,
    Ipv4 destination,
    Protocol protocol,
    int sourcePort,
    int destinationPort,
    int ttl,
    Optional<Packet> cause) {

  static final int ECHO_REPLY = 0;
  static final int ECHO_REQUEST = 8;

  /** An ICMP error about a packet. */
  static Packet error(Ipv4 from, int type, int code, Packet about) {
    return new Packet(from, about.source, Protocol.ICMP, type, code, Flow.TTL, Optional.of(about));
  }

  /** The packet that answers this one when it arrives. */
  Packet reply() {
    return protocol == Protocol.ICMP
        ? new Packet(destination, source, protocol, ECHO_REPLY, 0, Flow.TTL, Optional.empty())
        : new Packet(
            destination, source, protocol, destinationPort, sourcePort, Flow.TTL, Optional.empty());
  }

  Packet withSource(Ipv4 address) {
    return new Packet(address, destination, protocol, sourcePort, destinationPort, ttl, cause);
  }

  Packet withDestination(Ipv4 address, int port) {
    return new Packet(source, address, protocol, sourcePort, port, ttl, cause);
  }

  Packet withTtl(int left) {
    return new Packet(source, destination, protocol, sourcePort, destinationPort, left, cause);
  }

  Packet withCause(Packet about) {
    return new Packet(
        source, destination, protocol, sourcePort, destinationPort, ttl, Optional.of(about));
  }

  /** Tells whether the other packet has the same addresses and ports. */
  boolean isLike(Packet other) {
    return source.equals(other.source)
        && destination.equals(other.destination)
        && protocol == other.protocol
        && sourcePort == other.sourcePort
        && destinationPort == other.destinationPort;
  }

  /** Tells whether this packet answers the other one, or is an ICMP error about it. */
  boolean answers(Packet other) {
    return cause.isPresent() ? cause.get().isLike(other) : isLike(other.reply());
  }
}
