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
 * @param size bytes from the IP header on; 0 where it does not matter
 * @param whole whether it must not be fragmented
 */
public record Packet(
    IpAddress source,
    IpAddress destination,
    Protocol protocol,
    int sourcePort,
    int destinationPort,
    int ttl,
    Optional<Packet> cause,
    int size,
    boolean whole) {

  private static final int ECHO_REPLY = 0;
  private static final int ECHO_REQUEST = 8;
  private static final int IPV6_ECHO_REQUEST = 128;
  private static final int IPV6_ECHO_REPLY = 129;

  /** A packet of no size that matters. */
  public Packet(
      IpAddress source,
      IpAddress destination,
      Protocol protocol,
      int sourcePort,
      int destinationPort,
      int ttl,
      Optional<Packet> cause) {
    this(source, destination, protocol, sourcePort, destinationPort, ttl, cause, 0, false);
  }

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
    return new Packet(
        address, destination, protocol, sourcePort, destinationPort, ttl, cause, size, whole);
  }

  Packet withDestination(IpAddress address, int port) {
    return new Packet(source, address, protocol, sourcePort, port, ttl, cause, size, whole);
  }

  Packet withTtl(int left) {
    return new Packet(
        source, destination, protocol, sourcePort, destinationPort, left, cause, size, whole);
  }

  Packet withCause(Packet about) {
    return new Packet(
        source,
        destination,
        protocol,
        sourcePort,
        destinationPort,
        ttl,
        Optional.of(about),
        size,
        whole);
  }

  Packet withSize(int bytes, boolean dontFragment) {
    return new Packet(
        source,
        destination,
        protocol,
        sourcePort,
        destinationPort,
        ttl,
        cause,
        bytes,
        dontFragment);
  }

  /** The same packet between addresses of the other family; ICMP is translated with it. */
  Packet between(IpAddress newSource, IpAddress newDestination) {
    boolean ipv6 = newSource.ipv6();
    boolean icmp = !protocol.hasPorts();
    boolean request = sourcePort == ECHO_REQUEST || sourcePort == IPV6_ECHO_REQUEST;
    int type =
        ipv6
            ? (request ? IPV6_ECHO_REQUEST : IPV6_ECHO_REPLY)
            : request ? ECHO_REQUEST : ECHO_REPLY;
    return new Packet(
        newSource,
        newDestination,
        icmp ? Protocol.icmp(ipv6) : protocol,
        icmp ? type : sourcePort,
        destinationPort,
        ttl,
        cause,
        size,
        whole);
  }

  /** Tells whether it has to be cut up to be sent in so many bytes, and may not be. */
  boolean isTooLongFor(int mtu, boolean byRouter) {
    return size > mtu && (whole || (byRouter && source.ipv6()));
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
