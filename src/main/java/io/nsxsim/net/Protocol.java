package io.nsxsim.net;

/** What travels above IP. */
public enum Protocol {
  ICMP(1),
  TCP(6),
  UDP(17),
  ICMPV6(58);

  private final int number;

  Protocol(int number) {
    this.number = number;
  }

  /** The number in the IP header. */
  public int number() {
    return number;
  }

  /** Tells whether a packet of this protocol has ports. */
  public boolean hasPorts() {
    return this == TCP || this == UDP;
  }

  /** ICMP as it is spoken between addresses of a family. */
  public static Protocol icmp(boolean ipv6) {
    return ipv6 ? ICMPV6 : ICMP;
  }
}
