package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import java.util.Optional;

/**
 * What is asked about: a packet and where it starts.
 *
 * @param from id of the device that sends it
 * @param source an address of that device
 * @param sourcePort 0 to 65535, without meaning for ICMP
 * @param destinationPort 0 to 65535, without meaning for ICMP
 * @param size bytes of each packet from the IP header on; 0 where it does not matter
 * @param whole whether packets must not be fragmented
 * @param to id of the device that is meant, where it is more than whoever has the address
 */
public record Flow(
    String from,
    IpAddress source,
    IpAddress destination,
    Protocol protocol,
    int sourcePort,
    int destinationPort,
    int size,
    boolean whole,
    Optional<String> to) {

  /** The time to live that hosts give a packet. */
  static final int TTL = 64;

  /** A flow of packets so small that their size does not matter. */
  public Flow(
      String from,
      IpAddress source,
      IpAddress destination,
      Protocol protocol,
      int sourcePort,
      int destinationPort) {
    this(
        from,
        source,
        destination,
        protocol,
        sourcePort,
        destinationPort,
        0,
        false,
        Optional.empty());
  }

  /** The same flow with other ports. */
  public Flow withPorts(int newSource, int newDestination) {
    return new Flow(
        from, source, destination, protocol, newSource, newDestination, size, whole, to);
  }

  /** The same flow with packets of so many bytes from the IP header on. */
  public Flow withSize(int bytes, boolean dontFragment) {
    return new Flow(
        from, source, destination, protocol, sourcePort, destinationPort, bytes, dontFragment, to);
  }

  /** The same flow, meant for one device only. */
  public Flow meantFor(String device) {
    return new Flow(
        from,
        source,
        destination,
        protocol,
        sourcePort,
        destinationPort,
        size,
        whole,
        Optional.of(device));
  }

  /** The first packet of the flow. */
  Packet packet() {
    return protocol.hasPorts()
        ? new Packet(
            source,
            destination,
            protocol,
            sourcePort,
            destinationPort,
            TTL,
            Optional.empty(),
            size,
            whole)
        : Packet.echoRequest(source, destination, TTL).withSize(size, whole);
  }
}
