package io.nsxsim.lab;

import io.nsxsim.net.Cidr;

/** Looks into the packet that an ICMP error quotes, which nftables has no words for. */
final class Inner {

  /** Eight bytes of ICMP header, then the quoted header. */
  private static final int SOURCE = (8 + 12) * 8;

  private static final int DESTINATION = (8 + 16) * 8;

  private Inner() {}

  /** Matches an ICMP error about a packet to an IPv4 network. */
  static String destination(Cidr network) {
    return match(DESTINATION, network);
  }

  /** Matches an ICMP error about a packet from an IPv4 network. */
  static String source(Cidr network) {
    return match(SOURCE, network);
  }

  private static String match(int offset, Cidr network) {
    long mask = network.length() == 0 ? 0 : 0xFFFFFFFFL << (32 - network.length()) & 0xFFFFFFFFL;
    return "@th,%d,32 & 0x%08x == 0x%08x".formatted(offset, mask, network.first().low());
  }
}
