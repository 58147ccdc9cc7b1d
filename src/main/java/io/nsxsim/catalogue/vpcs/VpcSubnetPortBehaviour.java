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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ports of VPC subnets and the external address that one can have: an allocated one, or one that is
 * reserved for the port, as an allocation named after it.
 *
 * <p>Source: the API reference on {@code ExternalAddressBinding}; the name is ours.
 */
@Component
final class VpcSubnetPortBehaviour implements Behaviour {

  private static final String BINDING = "external_address_binding";
  private static final String ADDRESS = "external_ip_address";
  private static final String ALLOCATED = "allocated_external_ip_path";

  @Override
  public Set<String> kinds() {
    return Set.of("VpcSubnetPort");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (!(document.path(BINDING) instanceof ObjectNode binding)) {
      return;
    }
    if (!Fields.isSet(binding, ALLOCATED)) {
      Optional<String> address =
          Fields.text(binding, ADDRESS)
              .or(() -> reserved(document, around))
              .or(() -> lowestFree(document, around));
      address.ifPresent(text -> {
        binding.put(ADDRESS, text);
        binding.put(ALLOCATED, reservation(document).value());
      });
      return;
    }
    Fields.target(binding, ALLOCATED, around)
        .flatMap(allocation -> Fields.text(allocation, "allocation_ips"))
        .ifPresent(address -> binding.put(ADDRESS, address));
  }

  private static PolicyPath vpc(JsonNode port) {
    List<String> segments = Fields.parentPath(port).segments();
    return PolicyPath.of(segments.subList(0, segments.size() - 2));
  }

  private static PolicyPath reservation(JsonNode port) {
    return vpc(port).child("ip-address-allocations/" + Fields.ownPath(port).id());
  }

  private static Optional<String> reserved(JsonNode port, Surroundings around) {
    return around.find(reservation(port)).flatMap(a -> Fields.text(a, "allocation_ips"));
  }

  private static Optional<String> lowestFree(JsonNode port, Surroundings around) {
    if (around.find(vpc(port)).isEmpty()) {
      return Optional.empty();
    }
    return VpcBlocks.of(vpc(port), "EXTERNAL", around).stream()
        .map(block ->
            BlockUse.whole(block, around).nextFree(BlockSpace.usable(block), BigInteger.ONE))
        .flatMap(Optional::stream)
        .map(AddressRun::firstText)
        .findFirst();
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode subnet = around.find(Fields.parentPath(document)).orElse(document);
    if (!document.has(BINDING)) {
      return;
    }
    if (Fields.is(subnet, "access_mode", "Public")) {
      problems.accept(
          Problem.conflict("/" + BINDING, "A port of a Public subnet needs no external address."));
    }
    if (!Fields.isSet(document.path(BINDING), ALLOCATED)) {
      problems.accept(
          new Problem(
              Reason.BLOCK_EXHAUSTED, "/" + BINDING, "The VPC has no free external address."));
    }
    around.mentioning(new PolicyPath(allocated(document)), ALLOCATED).stream()
        .filter(other -> !Fields.ownPath(other).equals(Fields.ownPath(document)))
        .forEach(other ->
            problems.accept(
                Problem.conflict(
                    "/" + BINDING + "/" + ALLOCATED,
                    Fields.ownPath(other) + " has this address.")));
  }

  private static String allocated(JsonNode document) {
    return Fields.path(document.path(BINDING), ALLOCATED).map(PolicyPath::value).orElse("/none");
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    PolicyPath reservation = reservation(document);
    boolean mine =
        around
            .find(reservation)
            .filter(allocation -> allocation.path("_system_owned").asBoolean(false))
            .isPresent();
    if (!allocated(document).equals(reservation.value())) {
      return mine ? List.of(new Companion.Removed(reservation)) : List.of();
    }
    ObjectNode allocation = ((ObjectNode) document).objectNode();
    allocation.put("ip_address_block_visibility", "EXTERNAL");
    allocation.put("allocation_ips", document.path(BINDING).path(ADDRESS).asString(""));
    return mine || around.find(reservation).isEmpty()
        ? List.of(new Companion.Created(reservation, allocation))
        : List.of();
  }
}
