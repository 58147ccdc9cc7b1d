package io.nsxsim.reachability;

import io.nsxsim.path.PolicyPath;
import java.util.List;

/**
 * Something in a configuration that its author probably did not mean.
 *
 * @param paths the policy objects it is about, the one to look at first
 * @param sentence for people
 */
public record Finding(Kind kind, List<PolicyPath> paths, String sentence) {

  /** What can be found. */
  public enum Kind {
    LOOP,
    ASYMMETRIC_PATH,
    SHADOWED_FIREWALL_RULE,
    SHADOWED_NAT_RULE,
    UNUSED_GROUP,
    UNREACHABLE_VIRTUAL_SERVER,
    SEGMENT_WITHOUT_GATEWAY
  }

  public Finding {
    paths = List.copyOf(paths);
  }
}
