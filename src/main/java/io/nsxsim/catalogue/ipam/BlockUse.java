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
 * the block as {@code ip_block_path}.
 */
public final class BlockUse implements Index {

  private static final String FIELD = "ip_block_path";

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
          around.mentioning(block, FIELD).forEach(one -> use.put(Fields.ownPath(one), one));
          return use;
        });
  }

  /** The use of a block by some documents; those that do not mention it are of no matter. */
  public static BlockUse by(PolicyPath block, List<JsonNode> documents) {
    BlockUse use = new BlockUse(block);
    documents.forEach(one -> use.put(Fields.ownPath(one), one));
    return use;
  }

  @Override
  public void put(PolicyPath path, JsonNode document) {
    Optional<AddressRun> cut =
        Fields.path(document, FIELD)
            .filter(block::equals)
            .flatMap(b -> Fields.text(document, "allocated_cidr"))
            .flatMap(AddressRun::network);
    remove(path);
    cut.ifPresent(run -> {
      cuts.put(path, run);
      used.add(run);
    });
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
