package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Subnets of pools that are cut out of a block: the lowest free network of the size, kept for good.
 *
 * <p>Sources: the API reference on {@code size} (cannot be changed), {@code start_ip} and {@code
 * auto_assign_gateway}; the public NSX operator for what a full block answers.
 */
@Component
final class BlockSubnetBehaviour implements Behaviour {

  private static final List<String> FOR_GOOD = List.of("size", "subnet_size", "ip_block_path");

  @Override
  public Set<String> kinds() {
    return Set.of("IpAddressPoolSubnet");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!BlockSubnets.isOne(document) || Fields.isSet(document, "allocated_cidr")) {
      return;
    }
    Optional<BigInteger> size = BlockSubnets.size(document).filter(BlockSubnetBehaviour::isPower);
    Optional<PolicyPath> block = Fields.path(document, "ip_block_path");
    if (size.isEmpty() || block.isEmpty()) {
      return;
    }
    around
        .find(block.get())
        .flatMap(there ->
            cut(document, BlockUse.whole(there, around), BlockSpace.usable(there), size.get()))
        .ifPresent(run -> document.put("allocated_cidr", run.networkText()));
  }

  private static Optional<AddressRun> cut(
      JsonNode document, BlockUse use, List<AddressRun> space, BigInteger size) {
    Optional<AddressRun> start = Fields.text(document, "start_ip").flatMap(AddressRun::address);
    if (start.isEmpty()) {
      return use.nextFree(space, size);
    }
    BigInteger first = start.get().first();
    AddressRun wanted =
        new AddressRun(start.get().bits(), first, first.add(size).subtract(BigInteger.ONE));
    boolean fits = first.mod(size).signum() == 0 && use.isFree(wanted);
    return fits && space.stream().anyMatch(run -> run.contains(wanted))
        ? Optional.of(wanted)
        : Optional.empty();
  }

  private static boolean isPower(BigInteger size) {
    return size.signum() > 0 && size.bitCount() == 1;
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (!BlockSubnets.isOne(document)) {
      return;
    }
    Optional<JsonNode> before = around.previous(Fields.ownPath(document));
    for (String field : FOR_GOOD) {
      if (before.isPresent() && Fields.differs(before.get(), document, field)) {
        problems.accept(Problem.conflict("/" + field, field + " cannot be changed."));
      }
    }
    Optional<BigInteger> size = BlockSubnets.size(document);
    if (size.isEmpty()) {
      problems.accept(Problem.missing("/size", "A subnet of a block says its size."));
    } else if (!isPower(size.get())) {
      problems.accept(Problem.invalid("/size", "The size is a power of two."));
    } else if (!Fields.isSet(document, "allocated_cidr") && isOfBlock(document, around)) {
      problems.accept(full(document, size.get()));
    }
  }

  private static boolean isOfBlock(JsonNode document, Surroundings around) {
    return Fields.target(document, "ip_block_path", around)
        .filter(block -> Fields.is(block, "resource_type", "IpAddressBlock"))
        .isPresent();
  }

  private static Problem full(JsonNode document, BigInteger size) {
    return new Problem(
        Reason.BLOCK_EXHAUSTED,
        Fields.isSet(document, "start_ip") ? "/start_ip" : "/size",
        "The IP address block path=["
            + document.path("ip_block_path").asString("")
            + "] has no room for a subnet of size "
            + size
            + ".");
  }
}
