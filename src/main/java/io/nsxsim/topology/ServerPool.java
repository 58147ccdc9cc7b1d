package io.nsxsim.topology;

import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.OptionalInt;

/**
 * The servers behind a virtual server.
 *
 * @param algorithm how one of several members is chosen
 * @param members in the order of the configuration
 * @param leastActive how many members must be up for the pool to be active; while it is not, only
 *     backup members serve
 * @param source what becomes of the client's address
 * @param monitors what finds out which members are up; none: all of them count as up
 */
public record ServerPool(
    PolicyPath path,
    Algorithm algorithm,
    List<Member> members,
    int leastActive,
    SourceTranslation source,
    List<Monitor> monitors) {

  /** NSX's ways to choose a member. */
  public enum Algorithm {
    ROUND_ROBIN,
    WEIGHTED_ROUND_ROBIN,
    LEAST_CONNECTION,
    WEIGHTED_LEAST_CONNECTION,
    IP_HASH
  }

  /**
   * A server.
   *
   * @param port where it listens; empty for what the virtual server says
   * @param weight its share, from 1, where the algorithm asks for it
   * @param enabled whether it takes new connections; false also for GRACEFUL_DISABLED
   */
  public record Member(
      IpAddress address, OptionalInt port, int weight, boolean enabled, boolean backup) {}

  /** What becomes of the client's address. */
  public sealed interface SourceTranslation {
    /** The gateway's own address takes its place. */
    record AutoMap() implements SourceTranslation {}

    /** One of these addresses takes its place. */
    record Addresses(AddressSet addresses) implements SourceTranslation {}

    /** The server sees the client. */
    record Disabled() implements SourceTranslation {}
  }

  /**
   * A probe that a member must answer.
   *
   * @param port empty for the member's own
   */
  public record Monitor(Protocol protocol, OptionalInt port) {}

  public ServerPool {
    members = List.copyOf(members);
    monitors = List.copyOf(monitors);
  }
}
