package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What can be read of a pool's subnet that was cut out of a block. */
final class BlockSubnets {

  private static final BigInteger SMALLEST_WITH_ENDS = BigInteger.valueOf(4);

  private BlockSubnets() {}

  /** Tells whether a pool's subnet comes from a block. */
  static boolean isOne(JsonNode subnet) {
    return Fields.is(subnet, "resource_type", "IpAddressPoolBlockSubnet");
  }

  /** How many addresses it wants; {@code subnet_size} is for those that no number can hold. */
  static Optional<BigInteger> size(JsonNode subnet) {
    JsonNode size = subnet.path("size");
    if (size.isIntegralNumber()) {
      return Optional.of(size.bigIntegerValue());
    }
    return Fields.text(subnet, "subnet_size")
        .filter(text -> text.matches("\\d{1,39}"))
        .map(BigInteger::new);
  }

  /** The network that it was given. */
  static Optional<AddressRun> network(JsonNode subnet) {
    return Fields.text(subnet, "allocated_cidr").flatMap(AddressRun::network);
  }

  /**
   * The addresses that it lets its pool give away: not those of the network and, in IPv4, of
   * everybody, nor the first host if that is the gateway.
   */
  static List<AddressRun> ranges(JsonNode subnet) {
    return network(subnet).flatMap(network -> hosts(subnet, network)).stream().toList();
  }

  private static Optional<AddressRun> hosts(JsonNode subnet, AddressRun network) {
    BigInteger first = network.first();
    BigInteger last = network.last();
    if (network.size().compareTo(SMALLEST_WITH_ENDS) >= 0) {
      first = first.add(BigInteger.ONE);
      last = network.bits() == 32 ? last.subtract(BigInteger.ONE) : last;
    }
    if (subnet.path("auto_assign_gateway").asBoolean(false)) {
      first = first.add(BigInteger.ONE);
    }
    long most = subnet.path("allocation_range").asLong(0);
    if (most > 0) {
      last = last.min(first.add(BigInteger.valueOf(most - 1)));
    }
    return first.compareTo(last) <= 0
        ? Optional.of(new AddressRun(network.bits(), first, last))
        : Optional.empty();
  }

  /** The blocks that some subnets come from. */
  static Set<PolicyPath> blocks(List<JsonNode> subnets) {
    Set<PolicyPath> blocks = new TreeSet<>();
    subnets.forEach(subnet -> Fields.path(subnet, "ip_block_path").ifPresent(blocks::add));
    return blocks;
  }
}
