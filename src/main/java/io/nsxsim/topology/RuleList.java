package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.FirewallRule.Fit;
import io.nsxsim.topology.FirewallRule.Peers;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Firewall rules in the order they are tried, found by the addresses they are about: of thousands
 * of rules few mean one address, and which these are is worked out once for each address.
 */
public final class RuleList extends AbstractList<FirewallRule> {

  private static final int MOST_ADDRESSES = 200_000;

  private final FirewallRule[] rules;
  private final ConcurrentHashMap<IpAddress, BitSet> bySource = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<IpAddress, BitSet> byDestination = new ConcurrentHashMap<>();

  /** Keeps a copy of the rules. */
  public RuleList(List<FirewallRule> rules) {
    this.rules = rules.toArray(FirewallRule[]::new);
  }

  /** The rules that mean, or may mean, something between two addresses, by their numbers. */
  public Candidates between(IpAddress source, IpAddress destination) {
    return new Candidates(
        meaning(source, bySource, FirewallRule::sources),
        meaning(destination, byDestination, FirewallRule::destinations));
  }

  /** The rules that are about two addresses, in their order. */
  public record Candidates(BitSet bySource, BitSet byDestination) {

    /** The number of the first one from a number on, or -1. */
    public int next(int from) {
      int number = bySource.nextSetBit(from);
      while (number >= 0) {
        int other = byDestination.nextSetBit(number);
        if (other == number || other < 0) {
          return other;
        }
        number = bySource.nextSetBit(other);
      }
      return -1;
    }
  }

  private BitSet meaning(
      IpAddress address,
      ConcurrentHashMap<IpAddress, BitSet> known,
      Function<FirewallRule, Peers> side) {
    BitSet numbers = known.get(address);
    if (numbers == null) {
      numbers = new BitSet(rules.length);
      for (int i = 0; i < rules.length; i++) {
        if (side.apply(rules[i]).fit(address) != Fit.NO) {
          numbers.set(i);
        }
      }
      if (known.mappingCount() > MOST_ADDRESSES) {
        known.clear();
      }
      known.put(address, numbers);
    }
    return numbers;
  }

  @Override
  public FirewallRule get(int number) {
    return rules[number];
  }

  @Override
  public int size() {
    return rules.length;
  }
}
