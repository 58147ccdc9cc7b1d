package io.nsxsim.catalogue.segments;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Subnets of segments: a host as gateway, DHCP within them, none twice below one gateway. */
@Component
final class SegmentSubnetBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Segment");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<AddressRun> own = new ArrayList<>();
    JsonNode subnets = document.path("subnets");
    for (int i = 0; i < subnets.size(); i++) {
      JsonNode subnet = subnets.get(i);
      String field = "/subnets/" + i;
      Optional<PrefixedAddress> gateway =
          PrefixedAddress.parse(subnet.path("gateway_address").asString("").strip());
      if (gateway.isPresent()) {
        AddressRun network = gateway.get().network();
        boolean taken =
            own.stream().anyMatch(network::overlaps) || isTakenByOthers(network, document, around);
        checkGateway(gateway.get(), field + "/gateway_address", taken, problems);
        checkDhcp(network, subnet, field, problems);
        own.add(network);
      }
    }
  }

  private static void checkGateway(
      PrefixedAddress gateway, String field, boolean taken, Consumer<Problem> problems) {
    if (gateway.isNoHost()) {
      problems.accept(
          Problem.invalid(field, gateway.address() + " is no host of " + gateway.networkText()));
    }
    if (taken) {
      problems.accept(
          Problem.conflict(
              field, gateway.networkText() + " overlaps another subnet below the same gateway."));
    }
  }

  private static void checkDhcp(
      AddressRun network, JsonNode subnet, String field, Consumer<Problem> problems) {
    List<String> ranges = Fields.texts(subnet, "dhcp_ranges");
    for (int i = 0; i < ranges.size(); i++) {
      if (AddressRun.element(ranges.get(i).strip()).filter(network::contains).isEmpty()) {
        problems.accept(
            Problem.conflict(field + "/dhcp_ranges/" + i, ranges.get(i) + " leaves the subnet."));
      }
    }
    Fields.text(subnet.path("dhcp_config"), "server_address")
        .flatMap(PrefixedAddress::parse)
        .filter(server -> !network.contains(server.alone()))
        .ifPresent(server ->
            problems.accept(
                Problem.conflict(
                    field + "/dhcp_config/server_address", "The server is not in the subnet.")));
  }

  /** Whoever comes new finds those that are there, so these need not look. */
  private static boolean isWhereItWas(JsonNode document, Surroundings around) {
    return around
        .previous(Fields.ownPath(document))
        .filter(before -> before.path("subnets").equals(document.path("subnets")))
        .filter(
            before -> before.path("connectivity_path").equals(document.path("connectivity_path")))
        .isPresent();
  }

  private static boolean isTakenByOthers(
      AddressRun network, JsonNode document, Surroundings around) {
    return Fields.path(document, "connectivity_path")
        .filter(gateway -> !isWhereItWas(document, around))
        .flatMap(gateway ->
            SegmentSubnets.below(gateway, around).otherUser(network, Fields.ownPath(document)))
        .isPresent();
  }
}
