package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What has been cut out of an IP block: the {@code allocated_cidr} of every object that mentions
 * the block as {@code ip_block_path}, the networks of the VPC subnets that come from it, and the
 * addresses that VPCs and projects hold.
 */
public final class BlockUse implements Index {

  private static final List<String> FIELDS = List.of("ip_block_path", "ip_blocks", "ip_block");

  private final PolicyPath block;
  private final Map<PolicyPath, AddressRun> cuts = new HashMap<>();
  private final UsedAddresses used = new UsedAddresses();

  private BlockUse(PolicyPath block) {
    this.block = block;
  }

  /** The use of a block. */
  public static BlockUse of(PolicyPath block, Surroundings around) {
    return around.index(
        block,
        BlockUse.class,
        () -> {
          BlockUse use = new BlockUse(block);
          for (String field : FIELDS) {
            around.mentioning(block, field).forEach(one -> use.put(Fields.ownPath(one), one));
          }
          return use;
        });
  }

  /** The use of a block together with the addresses that are held without naming it. */
  public static BlockUse whole(JsonNode block, Surroundings around) {
    PolicyPath path = Fields.ownPath(block);
    BlockUse use = of(path, around);
    Map<PolicyPath, AddressRun> held = HeldAddresses.of(block, around);
    if (held.isEmpty()) {
      return use;
    }
    BlockUse whole = new BlockUse(path);
    use.cuts.forEach(whole::cut);
    held.forEach(whole::cut);
    return whole;
  }

  /** The use of a block by some documents; those that have nothing of it are of no matter. */
  public static BlockUse by(JsonNode block, List<JsonNode> documents) {
    BlockUse use = new BlockUse(Fields.ownPath(block));
    for (JsonNode document : documents) {
      use.put(Fields.ownPath(document), document);
      if (!Fields.isSet(document, "ip_block") && HeldAddresses.isFrom(block, document)) {
        HeldAddresses.run(document).ifPresent(run -> use.cut(Fields.ownPath(document), run));
      }
    }
    return use;
  }

  @Override
  public void put(PolicyPath path, JsonNode document) {
    Optional<AddressRun> cut = cutOutBy(document);
    remove(path);
    cut.ifPresent(run -> cut(path, run));
  }

  private void cut(PolicyPath path, AddressRun run) {
    cuts.put(path, run);
    used.add(run);
  }

  private Optional<AddressRun> cutOutBy(JsonNode document) {
    if (Fields.is(document, "ip_block_path", block.value())) {
      return Fields.text(document, "allocated_cidr").flatMap(AddressRun::network);
    }
    if (Fields.is(document, "ip_block", block.value())) {
      return HeldAddresses.run(document);
    }
    return Fields.texts(document, "ip_blocks").contains(block.value())
        ? Fields.texts(document, "ip_addresses").stream()
            .map(AddressRun::network)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  @Override
  public void remove(PolicyPath path) {
    AddressRun cut = cuts.remove(path);
    if (cut != null) {
      used.remove(cut);
    }
  }

  /**
   * The lowest block of a size, a power of two, that is free in some runs and whose first address
   * is a multiple of the size.
   */
  public Optional<AddressRun> nextFree(List<AddressRun> space, BigInteger size) {
    return space.stream()
        .map(run -> used.firstFreeBlock(run, size))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Tells whether nothing of a run is cut out. */
  public boolean isFree(AddressRun run) {
    return used.isFree(run);
  }

  /** Who has cut out what. */
  public Map<PolicyPath, AddressRun> cuts() {
    return new TreeMap<>(cuts);
  }

  /** The parts of a run that are not cut out. */
  public List<AddressRun> free(AddressRun run) {
    return used.free(run);
  }

  /** What is cut out, in runs. */
  public List<AddressRun> taken() {
    return used.taken();
  }

  /** How many addresses are cut out. */
  public BigInteger size() {
    return used.size();
  }
}
