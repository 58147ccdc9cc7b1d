package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The addresses that the subnets of a pool let it give away. */
final class PoolRanges implements Index {

  private static final Comparator<AddressRun> LOWEST_FIRST =
      Comparator.comparing(AddressRun::bits).thenComparing(AddressRun::first);

  private final Map<PolicyPath, List<AddressRun>> bySubnet = new TreeMap<>();
  private List<AddressRun> all = List.of();

  /** The ranges of a pool, as far as the subnets in the tree have any. */
  static PoolRanges of(PolicyPath pool, Surroundings around) {
    Optional<JsonNode> vpcSubnet = StaticPools.subnet(pool, around);
    if (vpcSubnet.isPresent()) {
      PoolRanges ranges = new PoolRanges();
      ranges.all = StaticPools.ranges(vpcSubnet.get());
      return ranges;
    }
    PolicyPath subnets = pool.child("ip-subnets");
    return around.index(
        subnets,
        PoolRanges.class,
        () -> {
          PoolRanges ranges = new PoolRanges();
          around.in(subnets).forEach(subnet -> ranges.put(Fields.ownPath(subnet), subnet));
          return ranges;
        });
  }

  @Override
  public void put(PolicyPath path, JsonNode document) {
    bySubnet.put(path, ranges(document));
    sort();
  }

  @Override
  public void remove(PolicyPath path) {
    if (bySubnet.remove(path) != null) {
      sort();
    }
  }

  private void sort() {
    all = bySubnet.values().stream().flatMap(List::stream).sorted(LOWEST_FIRST).toList();
  }

  /** All ranges, the lowest first. */
  List<AddressRun> all() {
    return all;
  }

  /** Tells whether the pool can give an address. */
  boolean contains(AddressRun address) {
    return all.stream().anyMatch(run -> run.contains(address));
  }

  /** How many addresses there are. */
  BigInteger size() {
    return all.stream().map(AddressRun::size).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The ranges of one subnet; its gateway is never given away. */
  private static List<AddressRun> ranges(JsonNode subnet) {
    if (BlockSubnets.isOne(subnet)) {
      return BlockSubnets.ranges(subnet);
    }
    UsedAddresses gateway = new UsedAddresses();
    Fields.text(subnet, "gateway_ip").flatMap(AddressRun::address).ifPresent(gateway::add);
    List<AddressRun> ranges = new ArrayList<>();
    Ranges.of(subnet.path("allocation_ranges")).forEach(run -> ranges.addAll(gateway.free(run)));
    return ranges;
  }
}
