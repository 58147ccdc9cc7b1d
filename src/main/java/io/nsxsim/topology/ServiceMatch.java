package io.nsxsim.topology;

import io.nsxsim.net.PortSet;
import io.nsxsim.net.Protocol;
import java.util.OptionalInt;

/** One entry of a service: which packets it means. */
public sealed interface ServiceMatch {

  /** TCP or UDP with these ports. */
  record Ports(Protocol protocol, PortSet sources, PortSet destinations) implements ServiceMatch {}

  /** ICMP or ICMPv6, of one type and code or of any. */
  record Icmp(Protocol version, OptionalInt type, OptionalInt code) implements ServiceMatch {}

  /** Everything of a family, as an EtherType says. */
  record Family(boolean ipv6) implements ServiceMatch {}

  /** Everything of an IP protocol. */
  record IpProtocol(int number) implements ServiceMatch {}
}
