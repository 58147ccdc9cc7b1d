package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.IpFamily;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A firewall rule that is enabled.
 *
 * @param family the addresses it is about
 * @param services what the packet must be, empty for anything
 * @param scope the ports (distributed) or interfaces (gateway) it applies on; empty for all
 * @param stateful whether the answer to what it allows is let through
 * @param category decides where JUMP_TO_APPLICATION goes on
 */
public record FirewallRule(
    PolicyPath path,
    Action action,
    Direction direction,
    IpFamily family,
    Peers sources,
    Peers destinations,
    List<ServiceMatch> services,
    Optional<Set<PolicyPath>> scope,
    boolean stateful,
    String category) {

  /** What is done with a packet that matches. */
  public enum Action {
    ALLOW,
    DROP,
    REJECT,
    JUMP_TO_APPLICATION
  }

  /** Seen from the device or network card: IN is towards it. */
  public enum Direction {
    IN,
    OUT,
    IN_OUT;

    /** Tells whether a rule of this direction looks at a packet of that one. */
    public boolean covers(Direction packet) {
      return this == IN_OUT || this == packet;
    }
  }

  /**
   * One side of a rule.
   *
   * @param excluded whether everything but these addresses is meant
   */
  public record Peers(AddressSet addresses, boolean excluded) {

    /** Anyone. */
    public static final Peers ANY = new Peers(AddressSet.ANY, false);

    /** Tells whether an address is meant. */
    public boolean include(IpAddress address) {
      return addresses.contains(address) != excluded;
    }
  }

  public FirewallRule {
    services = List.copyOf(services);
    scope = scope.map(Set::copyOf);
  }
}
