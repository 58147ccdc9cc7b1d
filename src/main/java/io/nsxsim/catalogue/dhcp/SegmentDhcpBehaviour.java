package io.nsxsim.catalogue.dhcp;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * DHCP on segments: the ranges, the server and the gateway stay out of each other's way.
 *
 * <p>Source: the API reference on {@code server_address} and {@code dns_servers} of {@code
 * SegmentDhcpConfig}.
 */
@Component
final class SegmentDhcpBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("Segment");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode subnets = document.path("subnets");
    for (int i = 0; i < subnets.size(); i++) {
      JsonNode subnet = subnets.get(i);
      Optional<PrefixedAddress> gateway =
          Fields.text(subnet, "gateway_address").flatMap(PrefixedAddress::parse);
      if (gateway.isPresent()) {
        check(subnet, gateway.get(), "/subnets/" + i, problems);
      }
    }
  }

  private static void check(
      JsonNode subnet, PrefixedAddress gateway, String field, Consumer<Problem> problems) {
    UsedAddresses ranges = new UsedAddresses();
    List<String> texts = Fields.texts(subnet, "dhcp_ranges");
    for (int i = 0; i < texts.size(); i++) {
      String place = field + "/dhcp_ranges/" + i;
      Optional<AddressRun> range = AddressRun.element(texts.get(i).strip());
      if (range.filter(run -> !ranges.isFree(run)).isPresent()) {
        problems.accept(Problem.conflict(place, texts.get(i) + " overlaps another range."));
      }
      if (range.filter(run -> run.contains(gateway.alone())).isPresent()) {
        problems.accept(Problem.conflict(place, texts.get(i) + " contains the gateway."));
      }
      range.ifPresent(ranges::add);
    }
    checkServer(subnet.path("dhcp_config"), gateway, ranges, field + "/dhcp_config", problems);
  }

  private static void checkServer(
      JsonNode config,
      PrefixedAddress gateway,
      UsedAddresses ranges,
      String field,
      Consumer<Problem> problems) {
    boolean isShort = gateway.address().isIPv4();
    if (Fields.is(
        config, "resource_type", isShort ? "SegmentDhcpV6Config" : "SegmentDhcpV4Config")) {
      problems.accept(
          Problem.conflict(field + "/resource_type", "The subnet is of the other family."));
    }
    Optional<AddressRun> server =
        Fields.text(config, "server_address")
            .flatMap(PrefixedAddress::parse)
            .map(PrefixedAddress::alone);
    String place = field + "/server_address";
    if (server.filter(gateway.alone()::equals).isPresent()) {
      problems.accept(Problem.conflict(place, "The server has the gateway's address."));
    }
    if (server.filter(address -> !ranges.isFree(address)).isPresent()) {
      problems.accept(Problem.conflict(place, "The server is in a range that it gives away."));
    }
    List<String> names = Fields.texts(config, "dns_servers");
    for (int i = 0; i < names.size(); i++) {
      if (AddressRun.address(names.get(i))
          .filter(r -> r.bits() != (isShort ? 32 : 128))
          .isPresent()) {
        problems.accept(
            Problem.conflict(
                field + "/dns_servers/" + i, names.get(i) + " is of the other family."));
      }
    }
  }
}
