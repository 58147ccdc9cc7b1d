package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.ipam.BlockSpace;
import io.nsxsim.catalogue.ipam.BlockUse;
import io.nsxsim.path.PolicyPath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The blocks of a VPC and what the VPC has taken out of them.
 *
 * <p>Source: the API reference on {@code VpcIpAddressBlocks}.
 */
public final class VpcAddressReport {

  private static final List<String> MODES = List.of("Public", "Private_TGW", "Private");

  private final PolicyPath vpc;
  private final VpcBlocks lookup;

  /**
   * A report on a VPC.
   *
   * @param find reads an object
   * @param in reads the objects of a collection
   */
  public VpcAddressReport(
      PolicyPath vpc,
      Function<PolicyPath, Optional<JsonNode>> find,
      Function<PolicyPath, List<JsonNode>> in) {
    this.vpc = vpc;
    this.lookup = new VpcBlocks(find, in);
  }

  /** The documents of the blocks. */
  public List<JsonNode> blocks() {
    return MODES.stream().flatMap(mode -> lookup.of(vpc, mode).stream()).distinct().toList();
  }

  /** What is used of each block, by all and by the VPC. */
  public ObjectNode usage(List<JsonNode> users) {
    ObjectNode report = JsonMapper.shared().createObjectNode();
    ArrayNode blocks = report.putArray("ip_blocks");
    for (String mode : MODES) {
      lookup.of(vpc, mode).forEach(block -> blocks.add(usage(block, mode, users)));
    }
    return report;
  }

  private ObjectNode usage(JsonNode block, String mode, List<JsonNode> users) {
    BlockUse use = BlockUse.by(block, users);
    BigInteger total = sum(BlockSpace.usable(block));
    Map<PolicyPath, AddressRun> mine = new TreeMap<>(use.cuts());
    mine.keySet().removeIf(path -> !vpc.isAbove(path));
    ObjectNode part = JsonMapper.shared().createObjectNode();
    part.put("path", Fields.ownPath(block).value());
    for (String field : List.of("cidr", "cidrs", "ranges", "excluded_ips", "visibility")) {
      if (block.has(field)) {
        part.set(field, block.path(field).deepCopy());
      }
    }
    part.put("total", total);
    part.put("available", total.subtract(use.size()));
    part.put("percentage_used", percentage(use.size(), total));
    BigInteger count = sum(new ArrayList<>(mine.values()));
    ObjectNode allocated = part.putObject("allocated_by_vpc");
    allocated.put("access_mode", mode);
    allocated.put("count", count);
    allocated.put("percentage_used", percentage(count, total));
    ArrayNode addresses = allocated.putArray("ip_addresses");
    mine.forEach((path, run) ->
        addresses.addObject().put("address", run.networkText()).put("path", path.value()));
    return part;
  }

  private static BigInteger sum(List<AddressRun> runs) {
    return runs.stream().map(AddressRun::size).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static String percentage(BigInteger part, BigInteger total) {
    return total.signum() == 0
        ? "0"
        : new BigDecimal(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(new BigDecimal(total), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
