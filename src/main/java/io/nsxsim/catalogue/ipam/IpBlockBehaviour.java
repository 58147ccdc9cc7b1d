package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * IP blocks: one family, nothing twice, and nothing taken away that is in use. Two blocks may have
 * addresses in common, since no source says that NSX minds.
 *
 * <p>Source: the API reference on the fields of {@code IpAddressBlock}.
 */
@Component
final class IpBlockBehaviour implements Behaviour {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Set<String> kinds() {
    return Set.of("IpAddressBlock");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    List<AddressRun> usable = BlockSpace.usable(document);
    BigInteger total =
        usable.stream().map(AddressRun::size).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger used = BlockUse.whole(document, around).size();
    document.put("total_size", total.toString());
    document.put("used_size", used.toString());
    document.put("available_allocation_size", total.subtract(used).max(BigInteger.ZERO).toString());
    document.put("usage_percentage", percentage(used, total));
    usable.stream()
        .findFirst()
        .ifPresent(run -> document.put("ip_address_type", run.bits() == 32 ? "IPV4" : "IPV6"));
    if (Fields.isSet(document, "visibility")) {
      document.put("sync_realization", true);
    }
  }

  private static double percentage(BigInteger used, BigInteger total) {
    return total.signum() == 0
        ? 0
        : new BigDecimal(used)
            .multiply(HUNDRED)
            .divide(new BigDecimal(total), 2, RoundingMode.HALF_UP)
            .doubleValue();
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<AddressRun> named = BlockSpace.named(document);
    if (named.isEmpty()) {
      problems.accept(Problem.missing("/cidr", "A block has a cidr, cidrs or ranges."));
    }
    Ranges.check(document.path("ranges"), "/ranges", problems);
    Ranges.check(document.path("excluded_ips"), "/excluded_ips", problems);
    Ranges.checkWithin(document.path("excluded_ips"), named, "/excluded_ips", problems);
    checkAgainstEachOther(named, problems);
    checkUse(document, around, problems);
  }

  private static void checkAgainstEachOther(List<AddressRun> named, Consumer<Problem> problems) {
    UsedAddresses earlier = new UsedAddresses();
    for (AddressRun run : named) {
      if (!run.isSameFamily(named.getFirst())) {
        problems.accept(Problem.conflict("/cidrs", "A block is of IPv4 or of IPv6, not of both."));
      } else if (!earlier.isFree(run)) {
        problems.accept(Problem.conflict("/cidrs", run.rangeText() + " is in the block twice."));
      }
      earlier.add(run);
    }
  }

  private static void checkUse(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    Optional<JsonNode> before = around.previous(own);
    if (before.isEmpty()) {
      return;
    }
    if (before.get().path("subnet_exclusive").asBoolean(false)
        && !document.path("subnet_exclusive").asBoolean(false)) {
      problems.accept(
          Problem.conflict("/subnet_exclusive", "subnet_exclusive cannot be taken back."));
    }
    BlockUse use = BlockUse.whole(document, around);
    List<AddressRun> usable = BlockSpace.usable(document);
    for (AddressRun taken : use.taken()) {
      if (!Cover.covers(usable, taken)) {
        problems.accept(Problem.conflict("/cidr", taken.rangeText() + " of the block is in use."));
      }
    }
    if (!use.taken().isEmpty()
        && !before.get().path("visibility").equals(document.path("visibility"))) {
      problems.accept(
          Problem.conflict("/visibility", "The visibility of a block in use cannot be changed."));
    }
  }
}
