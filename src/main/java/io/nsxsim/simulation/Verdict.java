package io.nsxsim.simulation;

/** How it ends for a packet, in one word. */
public enum Verdict {
  /** The destination got it. */
  REACHED,
  /** A rule, a null route or a state that someone configured stops it. */
  BLOCKED,
  /** A device does not know the way, or nobody answers at the end of it. */
  NO_ROUTE,
  /** It goes round. */
  LOOP,
  /** It leaves what the inventory knows. */
  EXITS_NETWORK,
  /** What would happen depends on something that is not modelled. */
  UNKNOWN
}
