package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import java.util.Optional;

/**
 * A packet's headers.
 *
 * @param sourcePort for ICMP and ICMPv6 the type of the message
 * @param destinationPort for ICMP and ICMPv6 the code of the message
 * @param cause for an ICMP error, the headers of the packet that it is about
 */
public record Packet(
    IpAddress source,
    IpAddress destination,
    Protocol protocol,
    int sourcePort,
    int destinationPort,
    int ttl,
    Optional<Packet> cause) {

  private static final int ECHO_REPLY = 0;
  private static final int ECHO_REQUEST = 8;
  private static final int IPV6_ECHO_REQUEST = 128;
  private static final int IPV6_ECHO_REPLY = 129;

  /** An echo request, as ping sends it. */
  static Packet echoRequest(IpAddress source, IpAddress destination, int ttl) {
    boolean ipv6 = source.ipv6();
    int type = ipv6 ? IPV6_ECHO_REQUEST : ECHO_REQUEST;
    return new Packet(source, destination, Protocol.icmp(ipv6), type, 0, ttl, Optional.empty());
  }

  boolean isEchoReply() {
    return protocol == Protocol.ICMP && sourcePort == ECHO_REPLY
        || protocol == Protocol.ICMPV6 && sourcePort == IPV6_ECHO_REPLY;
  }

  /** The packet that answers this one when it arrives. */
  Packet reply() {
    return protocol.hasPorts()
        ? new Packet(
            destination, source, protocol, destinationPort, sourcePort, Flow.TTL, Optional.empty())
        : new Packet(destination, source, protocol, echoReply(), 0, Flow.TTL, Optional.empty());
  }

  private int echoReply() {
    return protocol == Protocol.ICMPV6 ? IPV6_ECHO_REPLY : ECHO_REPLY;
  }

  Packet withSource(IpAddress address) {
    return new Packet(address, destination, protocol, sourcePort, destinationPort, ttl, cause);
  }

  Packet withDestination(IpAddress address, int port) {
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
    if (cause.isPresent()) {
      return cause.get().isLike(other);
    }
    boolean isBack =
        source.equals(other.destination)
            && destination.equals(other.source)
            && protocol == other.protocol;
    return isBack
        && (protocol.hasPorts()
            ? sourcePort == other.destinationPort && destinationPort == other.sourcePort
            : sourcePort == echoReply() && destinationPort == 0);
  }
}
