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
 */
public record Flow(
    String from,
    IpAddress source,
    IpAddress destination,
    Protocol protocol,
    int sourcePort,
    int destinationPort) {

  /** The time to live that hosts give a packet. */
  static final int TTL = 64;

  /** The same flow with other ports. */
  public Flow withPorts(int newSource, int newDestination) {
    return new Flow(from, source, destination, protocol, newSource, newDestination);
  }

  /** The first packet of the flow. */
  Packet packet() {
    return protocol.hasPorts()
        ? new Packet(
            source, destination, protocol, sourcePort, destinationPort, TTL, Optional.empty())
        : Packet.echoRequest(source, destination, TTL);
  }
}
