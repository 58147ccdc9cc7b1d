package io.nsxsim.net;

/** What travels above IP. */
public enum Protocol {
  ICMP(1),
  TCP(6),
  UDP(17);

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
    return this != ICMP;
  }
}
