package io.nsxsim.simulation;

/** How it ends for a packet, in detail. */
public enum Fate {
  DELIVERED(Verdict.REACHED),
  NO_ROUTE(Verdict.NO_ROUTE),
  /** A route says that it is to be thrown away. */
  NULL_ROUTE(Verdict.BLOCKED),
  /** Nobody answers ARP, so there is no way to the host. */
  NO_NEIGHBOR(Verdict.NO_ROUTE),
  /** Another machine than the one that was meant has the address. */
  OTHER_HOST(Verdict.NO_ROUTE),
  FIREWALL_DROP(Verdict.BLOCKED),
  FIREWALL_REJECT(Verdict.BLOCKED),
  /** A port or segment has admin_state DOWN. */
  PORT_DOWN(Verdict.BLOCKED),
  /** It is too long for a link and must not be cut up. */
  FRAG_NEEDED(Verdict.BLOCKED),
  /** It came in by an interface that the answer would not go out by. */
  REVERSE_PATH(Verdict.BLOCKED),
  /** The sending machine does not run. */
  POWERED_OFF(Verdict.BLOCKED),
  /** No member of a load balancer's pool is enabled and up. */
  NO_POOL_MEMBER(Verdict.BLOCKED),
  /** The access list of a virtual server keeps the client out. */
  ACCESS_LIST(Verdict.BLOCKED),
  LEFT_NETWORK(Verdict.EXITS_NETWORK),
  LOOP(Verdict.LOOP),
  /** It would arrive unless something that is not modelled decides otherwise. */
  UNDECIDED(Verdict.UNKNOWN),
  /** A machine got a packet for someone else; whether it forwards is not known. */
  NOT_FORWARDED(Verdict.UNKNOWN),
  /** The sender is plugged in nowhere. */
  NOT_CONNECTED(Verdict.UNKNOWN);

  private final Verdict verdict;

  Fate(Verdict verdict) {
    this.verdict = verdict;
  }

  /** The same in one word. */
  public Verdict verdict() {
    return verdict;
  }
}
