package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.addresses.AddressRun;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What NSX tells of the use of a block. Everybody sees the whole of it, so that the use in the
 * user's scope and the overall use are the same.
 *
 * <p>Source: the API reference on {@code IpAddressBlockUsage} and {@code
 * IpAddressBlockAllocationState}.
 */
public final class BlockReport {

  /** The kinds of object that cut something out of blocks. */
  public static final Set<String> USERS =
      Set.of(
          "IpAddressPoolSubnet",
          "VpcSubnet",
          "VpcIpAddressAllocation",
          "ProjectIpAddressAllocation");

  private final JsonNode block;
  private final BlockUse use;
  private final List<AddressRun> usable;

  /** A report on a block that some documents may have cut something out of. */
  public BlockReport(JsonNode block, List<JsonNode> documents) {
    this.block = block;
    this.use = BlockUse.by(block, documents);
    this.usable = BlockSpace.usable(block);
  }

  /** Which addresses are in use and which are free, in all and for each network and range. */
  public ObjectNode usage() {
    ObjectNode report = JsonMapper.shared().createObjectNode();
    report.put("intent_path", Fields.ownPath(block).value());
    copy(report, "display_name", "display_name");
    copy(report, "description", "description");
    copy(report, "visibility", "visibility");
    copy(report, "ip_address_type", "address_type");
    count(report, usable, false);
    report.put("overall_ips_count", sum(usable).toString());
    ArrayNode cidrs = report.putArray("cidr_usage");
    ArrayNode ranges = report.putArray("range_usage");
    int rangeCount = block.path("ranges").size();
    List<AddressRun> named = BlockSpace.named(block);
    for (int i = 0; i < named.size(); i++) {
      boolean isRange = i >= named.size() - rangeCount;
      AddressRun run = named.get(i);
      ObjectNode part = (isRange ? ranges : cidrs).addObject();
      part.put(isRange ? "range" : "cidr", isRange ? run.rangeText() : run.networkText());
      count(part, usable.stream().filter(run::contains).toList(), true);
    }
    return report;
  }

  private void copy(ObjectNode report, String from, String to) {
    Fields.text(block, from).ifPresent(text -> report.put(to, text));
  }

  private void count(ObjectNode report, List<AddressRun> space, boolean overall) {
    List<AddressRun> used =
        use.taken().stream()
            .filter(taken -> space.stream().anyMatch(run -> run.contains(taken)))
            .toList();
    List<AddressRun> free = space.stream().flatMap(run -> use.free(run).stream()).toList();
    texts(report.putArray("used_ip_ranges"), used);
    texts(report.putArray("available_ip_ranges"), free);
    report.put("used_ips_count", sum(used).toString());
    report.put("available_ips_count", sum(free).toString());
    if (overall) {
      texts(report.putArray("overall_used_ip_ranges"), used);
      report.put("overall_used_ips_count", sum(used).toString());
    }
  }

  private static void texts(ArrayNode list, List<AddressRun> runs) {
    runs.forEach(run -> list.add(run.rangeText()));
  }

  private static BigInteger sum(List<AddressRun> runs) {
    return runs.stream().map(AddressRun::size).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** What was cut out of the block, and by whom. */
  public ObjectNode allocations() {
    ObjectNode report = JsonMapper.shared().createObjectNode();
    report.put("ip_block_path", Fields.ownPath(block).value());
    copy(report, "display_name", "display_name");
    copy(report, "visibility", "visibility");
    copy(report, "ip_address_type", "ip_address_type");
    ArrayNode states = report.putArray("allocation_states");
    use.cuts()
        .forEach((path, cut) ->
            states.addObject().put("cidr", cut.networkText()).put("allocation_path", path.value()));
    return report;
  }

  /** How many networks with a prefix of a length are still free. */
  public BigInteger freeNetworks(int length) {
    List<BigInteger> counts = new ArrayList<>();
    for (AddressRun run : usable) {
      if (length > run.bits()) {
        continue;
      }
      BigInteger size = BigInteger.ONE.shiftLeft(run.bits() - length);
      for (AddressRun free : use.free(run)) {
        BigInteger first = free.first().add(size).subtract(BigInteger.ONE).divide(size);
        BigInteger end = free.last().add(BigInteger.ONE).divide(size);
        counts.add(end.subtract(first).max(BigInteger.ZERO));
      }
    }
    return counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}
