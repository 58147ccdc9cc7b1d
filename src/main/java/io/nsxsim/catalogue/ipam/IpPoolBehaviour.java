package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pools: how much of them is used, and that no subnet goes while its addresses are in use.
 *
 * <p>Source: the API reference on {@code pool_usage}, {@code ip_address_type} and {@code
 * visibility}.
 */
@Component
final class IpPoolBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("IpAddressPool");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    PolicyPath own = Fields.ownPath(document);
    PoolRanges ranges = PoolRanges.of(own, around);
    PoolAddresses addresses = PoolAddresses.of(own, around);
    long total = number(ranges.size());
    long given = addresses.givenCount();
    document
        .putObject("pool_usage")
        .put("total_ips", total)
        .put("requested_ip_allocations", (long) addresses.requestedCount())
        .put("allocated_ip_allocations", given)
        .put("available_ips", Math.max(0, total - given));
    document.remove("ip_address_type");
    boolean hasShort = ranges.all().stream().anyMatch(run -> run.bits() == 32);
    boolean hasLong = ranges.all().stream().anyMatch(run -> run.bits() == 128);
    if (hasShort || hasLong) {
      document.put("ip_address_type", hasShort && hasLong ? "DUAL" : hasShort ? "IPV4" : "IPV6");
    }
  }

  private static long number(BigInteger size) {
    return size.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    JsonNode before = around.previous(own).orElse(document);
    if (!before.path("visibility").equals(document.path("visibility"))) {
      problems.accept(
          Problem.conflict("/visibility", "The visibility of a pool cannot be changed."));
    }
    String total = "/pool_usage/total_ips";
    if (!before.at(total).equals(document.at(total))) {
      checkInRanges(own, around, problems);
    }
  }

  /** Reports addresses that are given away and would be in no range any more. */
  static void checkInRanges(PolicyPath pool, Surroundings around, Consumer<Problem> problems) {
    PoolRanges ranges = PoolRanges.of(pool, around);
    for (AddressRun taken : PoolAddresses.of(pool, around).taken()) {
      if (!Cover.covers(ranges.all(), taken)) {
        problems.accept(
            Problem.of(
                Reason.IN_USE,
                pool + " has given away addresses of " + taken.rangeText() + ": release them."));
        return;
      }
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    return BlockSubnets.blocks(around.in(Fields.ownPath(document).child("ip-subnets"))).stream()
        .filter(block -> around.find(block).isPresent())
        .map(block -> (Companion) new Companion.Refreshed(block))
        .toList();
  }
}
