package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.ipam.BlockSpace;
import io.nsxsim.catalogue.ipam.BlockUse;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Addresses of a VPC or project: the one that is wanted or else the lowest that is free in the
 * blocks of its visibility, kept for good. Several are one network.
 *
 * <p>Sources: the API reference on {@code allocation_ips} and {@code allocation_size}; an
 * allocation of a manager of release 9, which shows the address in {@code allocation_ip} too and no
 * block.
 */
@Component
final class AllocationBehaviour implements Behaviour {

  private static final String ADDRESSES = "allocation_ips";
  private static final String ADDRESS = "allocation_ip";

  @Override
  public Set<String> kinds() {
    return Set.of("VpcIpAddressAllocation", "ProjectIpAddressAllocation");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    Optional<JsonNode> before = around.find(Fields.ownPath(document));
    for (String field : List.of(ADDRESSES, ADDRESS, "allocation_size", "ip_block")) {
      before
          .filter(there -> there.has(field) && !Fields.isSet(document, field))
          .ifPresent(there -> document.set(field, there.path(field).deepCopy()));
    }
    if (!Fields.isSet(document, ADDRESSES)) {
      Fields.text(document, ADDRESS).ifPresent(address -> document.put(ADDRESSES, address));
    }
    if (!Fields.isSet(document, ADDRESSES)) {
      allocate(document, around);
    }
    Fields.text(document, ADDRESSES)
        .filter(text -> isVpc(document) && text.indexOf('/') < 0)
        .ifPresent(address -> document.put(ADDRESS, address));
  }

  private static boolean isVpc(JsonNode document) {
    return Fields.is(document, "resource_type", "VpcIpAddressAllocation");
  }

  private static void allocate(ObjectNode document, Surroundings around) {
    BigInteger size = BigInteger.valueOf(document.path("allocation_size").asLong(1));
    if (size.signum() <= 0 || size.bitCount() != 1) {
      return;
    }
    blocks(document, around).stream()
        .map(block -> BlockUse.whole(block, around).nextFree(BlockSpace.usable(block), size))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(run ->
            document.put(
                ADDRESSES, size.equals(BigInteger.ONE) ? run.firstText() : run.networkText()));
  }

  /** The blocks that an allocation may be out of: the one that it names, if it may use it. */
  static List<JsonNode> blocks(JsonNode document, Surroundings around) {
    PolicyPath owner = Fields.parentPath(document);
    Optional<JsonNode> parent = around.find(owner);
    if (parent.isEmpty()) {
      return List.of();
    }
    Optional<String> named = Fields.text(document, "ip_block");
    String visibility = document.path("ip_address_block_visibility").asString("EXTERNAL");
    List<JsonNode> allowed =
        isVpc(document)
            ? VpcBlocks.of(owner, visibility, around)
            : ofProject(parent.get(), named, around);
    return allowed.stream()
        .filter(block -> named.isEmpty() || Fields.ownPath(block).value().equals(named.get()))
        .toList();
  }

  private static List<JsonNode> ofProject(
      JsonNode project, Optional<String> named, Surroundings around) {
    boolean all = project.path("default").asBoolean(false);
    List<String> paths =
        all && named.isPresent()
            ? List.of(named.get())
            : Fields.texts(project, "external_ipv4_blocks");
    return paths.stream()
        .filter(PolicyPath::isPolicyPath)
        .map(path -> around.find(new PolicyPath(path)))
        .flatMap(Optional::stream)
        .filter(block -> Fields.is(block, "visibility", "EXTERNAL"))
        .toList();
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<JsonNode> before = around.previous(Fields.ownPath(document));
    if (before.isPresent()) {
      for (String field : List.of(ADDRESSES, "allocation_size", "ip_block")) {
        if (Fields.differs(before.get(), document, field)) {
          problems.accept(Problem.conflict("/" + field, field + " cannot be changed."));
        }
      }
      return;
    }
    List<JsonNode> blocks = blocks(document, around);
    Optional<AddressRun> wanted = Fields.text(document, ADDRESSES).flatMap(AddressRun::element);
    if (wanted.isPresent()) {
      checkWanted(document, wanted.get(), blocks, around, problems);
    } else if (Long.bitCount(document.path("allocation_size").asLong(1)) != 1) {
      problems.accept(Problem.invalid("/allocation_size", "The size is a power of two."));
    } else if (blocks.isEmpty()) {
      problems.accept(Problem.conflict("/ip_block", "There is no IP block to allocate from."));
    } else {
      problems.accept(
          new Problem(
              Reason.BLOCK_EXHAUSTED, "/allocation_size", "The IP blocks have no free addresses."));
    }
  }

  private static void checkWanted(
      JsonNode document,
      AddressRun wanted,
      List<JsonNode> blocks,
      Surroundings around,
      Consumer<Problem> problems) {
    Optional<JsonNode> block =
        blocks.stream().filter(b -> VpcSubnetBehaviour.holds(b, wanted)).findFirst();
    if (block.isEmpty()) {
      problems.accept(
          Problem.conflict("/" + ADDRESSES, wanted.firstText() + " is in no IP block for it."));
      return;
    }
    boolean taken =
        BlockUse.whole(block.get(), around).cuts().entrySet().stream()
            .anyMatch(cut ->
                !cut.getKey().equals(Fields.ownPath(document)) && cut.getValue().overlaps(wanted));
    if (taken) {
      problems.accept(
          new Problem(
              Reason.ADDRESS_TAKEN, "/" + ADDRESSES, wanted.firstText() + " is in use already."));
    }
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    List<Companion> companions = new ArrayList<>(DefaultSnat.ofAllocation(document, around));
    blocks(document, around)
        .forEach(block -> companions.add(new Companion.Refreshed(Fields.ownPath(block))));
    return companions;
  }
}
