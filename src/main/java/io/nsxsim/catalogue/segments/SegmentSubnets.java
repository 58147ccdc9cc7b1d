package io.nsxsim.catalogue.segments;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressIndex;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The subnets of the segments that are connected to one gateway, and whose they are. */
public record SegmentSubnets(AddressIndex index) {

  /** The subnets below a gateway. */
  public static AddressIndex below(PolicyPath gateway, Surroundings around) {
    return around.remembered(gateway, SegmentSubnets.class, () -> read(gateway, around)).index();
  }

  private static SegmentSubnets read(PolicyPath gateway, Surroundings around) {
    List<AddressIndex.Use> uses = new ArrayList<>();
    for (JsonNode segment : around.mentioning(gateway, "connectivity_path")) {
      for (JsonNode subnet : segment.path("subnets")) {
        AddressRun.network(subnet.path("gateway_address").asString(""))
            .ifPresent(run -> uses.add(new AddressIndex.Use(run, Fields.ownPath(segment))));
      }
    }
    return new SegmentSubnets(new AddressIndex(uses));
  }
}
