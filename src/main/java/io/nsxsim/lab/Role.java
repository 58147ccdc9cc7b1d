package io.nsxsim.lab;

/**
 * What a gateway is and does.
 *
 * @param hasFirewall whether its firewall is on where it has services
 * @param stateful whether it keeps sessions
 */
record Role(Kind kind, Translation translation, boolean hasFirewall, boolean stateful) {

  /** The kinds of gateways. */
  enum Kind {
    TIER0("t0"),
    TIER1("t1"),
    VPC("vpc"),
    TRANSIT("tgw");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** What the names of its namespaces begin with. */
    String prefix() {
      return prefix;
    }
  }

  /** Which NAT it can do. */
  enum Translation {
    NONE,
    /** Only from one address to another, which needs no edge node. */
    ONE_TO_ONE,
    ALL
  }
}
