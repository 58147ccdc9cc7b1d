package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Companion;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Addresses out of a pool: the one that is wanted, or else the lowest that is free, kept for good.
 *
 * <p>What the pool cannot give is stored all the same and has no {@code allocated_ip}: NSX accepts
 * such an intent and reports it as not realized (issue 817 of the public Terraform provider, whose
 * users ask for addresses outside the pool and for one that is in use). With {@code
 * sync_realization} the answer is an error at once.
 */
@Component
final class IpAllocationBehaviour implements Behaviour {

  private static final String WANTED = "allocation_ip";
  private static final String GIVEN = "allocated_ip";

  @Override
  public Set<String> kinds() {
    return Set.of("IpAddressAllocation");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    PolicyPath pool = Fields.parentPath(document);
    if (!Fields.isSet(document, WANTED)) {
      around
          .find(Fields.ownPath(document))
          .flatMap(before -> Fields.text(before, WANTED))
          .ifPresent(before -> document.put(WANTED, before));
    }
    if (Fields.isSet(document, GIVEN)) {
      return;
    }
    PoolRanges ranges = PoolRanges.of(pool, around);
    PoolAddresses addresses = PoolAddresses.of(pool, around);
    Optional<String> wanted = Fields.text(document, WANTED);
    if (wanted.isEmpty()) {
      addresses
          .lowestFree(ranges.all())
          .map(AddressRun::firstText)
          .ifPresent(address -> document.put(WANTED, address).put(GIVEN, address));
    } else {
      AddressRun.address(wanted.get())
          .filter(ranges::contains)
          .filter(addresses::isFree)
          .ifPresent(address -> document.put(GIVEN, wanted.get()));
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<AddressRun> wanted = Fields.text(document, WANTED).flatMap(AddressRun::address);
    Optional<AddressRun> given = Fields.text(document, GIVEN).flatMap(AddressRun::address);
    if (given.isPresent() && !given.equals(wanted)) {
      problems.accept(
          Problem.conflict(
              "/" + WANTED, "The address is " + given.get().firstText() + " and stays so."));
    }
    if (given.isEmpty() && document.path("sync_realization").asBoolean(false)) {
      problems.accept(notGiven(document, wanted, around));
    }
  }

  private static Problem notGiven(
      JsonNode document, Optional<AddressRun> wanted, Surroundings around) {
    PolicyPath pool = Fields.parentPath(document);
    if (wanted.isEmpty()) {
      return new Problem(
          Reason.POOL_EXHAUSTED, "", "The pool path=[" + pool + "] has no free address.");
    }
    String address = wanted.get().firstText();
    return PoolRanges.of(pool, around).contains(wanted.get())
        ? new Problem(
            Reason.ADDRESS_TAKEN, "/" + WANTED, address + " is already allocated in " + pool + ".")
        : new Problem(
            Reason.NOT_IN_POOL, "/" + WANTED, address + " is in no range of " + pool + ".");
  }

  @Override
  public List<Companion> companions(JsonNode document, Surroundings around) {
    return List.of(new Companion.Refreshed(Fields.parentPath(document)));
  }
}
