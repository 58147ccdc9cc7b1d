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
 * @param openScope whether it may apply in more places than {@code scope} lists
 * @param conditional whether it asks for more than is modelled, such as a time or the contents
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
    String category,
    boolean openScope,
    boolean conditional) {

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
   * @param open whether there may be more of these addresses, as in a group by users
   */
  public record Peers(AddressSet addresses, boolean excluded, boolean open) {

    /** Anyone. */
    public static final Peers ANY = new Peers(AddressSet.ANY, false, false);

    /** Tells whether an address is meant. */
    public Fit fit(IpAddress address) {
      if (addresses.contains(address)) {
        return excluded ? Fit.NO : Fit.YES;
      }
      if (open) {
        return Fit.MAYBE;
      }
      return excluded ? Fit.YES : Fit.NO;
    }
  }

  /** Whether a rule means a packet. */
  public enum Fit {
    NO,
    /** It depends on something that is not modelled. */
    MAYBE,
    YES;

    /** Both must hold. */
    public Fit and(Fit other) {
      return compareTo(other) < 0 ? this : other;
    }
  }

  public FirewallRule {
    services = List.copyOf(services);
    scope = scope.map(Set::copyOf);
  }
}
