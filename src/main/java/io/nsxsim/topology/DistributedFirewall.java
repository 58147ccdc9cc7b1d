package io.nsxsim.topology;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Set;

/**
 * The firewall at every network card.
 *
 * @param ethernet the rules of the category Ethernet, which a frame must pass first
 * @param rules in the order they are tried, over all other categories
 * @param excluded ports that it leaves alone
 */
public record DistributedFirewall(
    List<FirewallRule> ethernet, List<FirewallRule> rules, Set<PolicyPath> excluded) {

  /** The subject under which its notes are kept. */
  public static final String SUBJECT = "distributed-firewall";

  public DistributedFirewall {
    ethernet = List.copyOf(ethernet);
    rules = List.copyOf(rules);
    excluded = Set.copyOf(excluded);
  }
}
