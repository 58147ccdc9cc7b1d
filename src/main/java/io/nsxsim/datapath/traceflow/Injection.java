package io.nsxsim.datapath.traceflow;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Flow;
import io.nsxsim.topology.Device;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The packet of a traceflow, as its config describes it.
 *
 * @param sort what is done with it before IP gets a say
 * @param source as told, none to take the port's own
 * @param destination none for a packet that no IP header describes
 * @param ttl hops that it may go, from the IP header; none for as many as it takes
 */
record Injection(
    Sort sort,
    Optional<IpAddress> source,
    Optional<IpAddress> destination,
    Protocol protocol,
    int sourcePort,
    int destinationPort,
    Optional<Integer> ttl,
    int bytes) {

  private static final int FRAME_SIZE = 128;
  private static final String BROADCAST_MAC = "ff:ff:ff:ff:ff:ff";

  /** How it is sent. */
  enum Sort {
    UNICAST,
    ARP,
    DHCP,
    /** To everyone on the segment, broadcast or multicast. */
    FLOOD
  }

  static Injection of(JsonNode packet) {
    boolean ipv6 = packet.has("ipv6_header");
    JsonNode header = packet.path(ipv6 ? "ipv6_header" : "ip_header");
    JsonNode transport = packet.path("transport_header");
    JsonNode arp = packet.path("arp_header");
    JsonNode addresses = arp.isObject() ? arp : header;
    JsonNode ports = transport.path(transport.has("tcp_header") ? "tcp_header" : "udp_header");
    return new Injection(
        sort(packet, addresses),
        address(addresses, "src_ip"),
        address(addresses, "dst_ip"),
        protocol(header, transport, ipv6),
        ports.path("src_port").asInt(0),
        ports.path("dst_port").asInt(0),
        ttl(header.path(ipv6 ? "hop_limit" : "ttl")),
        packet.path("frame_size").asInt(FRAME_SIZE));
  }

  /** The flow of a packet that a device sends by a port. */
  Flow flow(Device from, IpAddress own, IpAddress to) {
    return new Flow(from.id(), source.orElse(own), to, protocol, sourcePort, destinationPort);
  }

  private static Sort sort(JsonNode packet, JsonNode header) {
    if (packet.path("arp_header").isObject()) {
      return Sort.ARP;
    }
    if (packet.path("transport_header").path("dhcp_header").isObject()) {
      return Sort.DHCP;
    }
    String type = packet.path("transport_type").asString("UNICAST");
    String mac = packet.path("eth_header").path("dst_mac").asString("");
    boolean everyone =
        mac.equalsIgnoreCase(BROADCAST_MAC)
            || header.path("dst_ip").asString("").equals("255.255.255.255");
    return everyone || type.equals("BROADCAST") || type.equals("MULTICAST")
        ? Sort.FLOOD
        : Sort.UNICAST;
  }

  /** The transport header counts; without one, the protocol's number. NSX's default is ICMP. */
  private static Protocol protocol(JsonNode header, JsonNode transport, boolean ipv6) {
    if (transport.has("tcp_header")) {
      return Protocol.TCP;
    }
    if (transport.has("udp_header") || transport.has("dns_header")) {
      return Protocol.UDP;
    }
    int number = header.path(ipv6 ? "next_header" : "protocol").asInt(0);
    for (Protocol protocol : Protocol.values()) {
      if (protocol.number() == number && protocol.hasPorts()) {
        return protocol;
      }
    }
    return Protocol.icmp(ipv6);
  }

  private static Optional<Integer> ttl(JsonNode value) {
    return value.isIntegralNumber() && value.asInt() > 0
        ? Optional.of(value.asInt())
        : Optional.empty();
  }

  private static Optional<IpAddress> address(JsonNode header, String field) {
    return IpAddress.parse(header.path(field).asString(""));
  }
}
