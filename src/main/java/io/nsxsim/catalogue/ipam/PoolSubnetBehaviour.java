package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Subnets of pools, whether written down or cut out of a block: none overlaps another of its pool.
 *
 * <p>Source: the API reference on the fields of {@code IpAddressPoolStaticSubnet} and on the
 * subnets of {@code IpPool}.
 */
@Component
final class PoolSubnetBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("IpAddressPoolSubnet");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    PolicyPath pool = Fields.parentPath(document);
    Optional<AddressRun> network = network(document);
    if (!BlockSubnets.isOne(document)) {
      checkStatic(document, network, problems);
    }
    for (JsonNode other : around.in(pool.child("ip-subnets"))) {
      if (network.isPresent()
          && !Fields.ownPath(other).equals(own)
          && network(other).filter(network.get()::overlaps).isPresent()) {
        problems.accept(
            Problem.conflict(
                "/cidr", network.get().rangeText() + " overlaps " + Fields.ownPath(other) + "."));
      }
    }
    IpPoolBehaviour.checkInRanges(pool, around, problems);
  }

  private static Optional<AddressRun> network(JsonNode subnet) {
    return BlockSubnets.isOne(subnet)
        ? BlockSubnets.network(subnet)
        : Fields.text(subnet, "cidr").flatMap(AddressRun::network);
  }

  private static void checkStatic(
      JsonNode document, Optional<AddressRun> network, Consumer<Problem> problems) {
    JsonNode ranges = document.path("allocation_ranges");
    Ranges.check(ranges, "/allocation_ranges", problems);
    if (network.isEmpty()) {
      return;
    }
    Ranges.checkWithin(ranges, List.of(network.get()), "/allocation_ranges", problems);
    Fields.text(document, "gateway_ip")
        .flatMap(AddressRun::address)
        .filter(gateway -> !network.get().contains(gateway))
        .ifPresent(gateway ->
            problems.accept(
                Problem.conflict("/gateway_ip", gateway.firstText() + " is not in the subnet.")));
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    PolicyPath pool = Fields.parentPath(document);
    List<Companion> touched = new ArrayList<>();
    for (PolicyPath waiting : PoolAddresses.of(pool, around).waiting()) {
      touched.add(new Companion.Refreshed(waiting));
    }
    touched.add(new Companion.Refreshed(pool));
    Fields.path(document, "ip_block_path")
        .filter(block -> around.find(block).isPresent())
        .ifPresent(block -> touched.add(new Companion.Refreshed(block)));
    return touched;
  }
}
