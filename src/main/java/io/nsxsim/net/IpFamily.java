package io.nsxsim.net;

/** Which addresses something is about. */
public enum IpFamily {
  IPV4,
  IPV6,
  BOTH;

  /** Tells whether an address belongs to it. */
  public boolean has(IpAddress address) {
    return this == BOTH || address.ipv6() == (this == IPV6);
  }
}
