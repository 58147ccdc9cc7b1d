package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The addresses of an IP block as its document names them. */
public final class BlockSpace {

  private BlockSpace() {}

  /** The networks and ranges of a block, in the order in which they are written. */
  public static List<AddressRun> named(JsonNode block) {
    List<AddressRun> named = new ArrayList<>();
    Fields.text(block, "cidr").flatMap(AddressRun::network).ifPresent(named::add);
    for (String cidr : Fields.texts(block, "cidrs")) {
      AddressRun.network(cidr).filter(run -> !named.contains(run)).ifPresent(named::add);
    }
    named.addAll(Ranges.of(block.path("ranges")));
    return named;
  }

  /** What can be given away of a block: all that it names but for what it excludes. */
  public static List<AddressRun> usable(JsonNode block) {
    UsedAddresses excluded = new UsedAddresses();
    Ranges.of(block.path("excluded_ips")).forEach(excluded::add);
    return named(block).stream().flatMap(run -> excluded.free(run).stream()).toList();
  }
}
