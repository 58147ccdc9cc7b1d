package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import io.nsxsim.path.PolicyPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The addresses that a pool has given away, and the allocations that wait for one. */
final class PoolAddresses implements Index {

  private final Map<PolicyPath, AddressRun> given = new HashMap<>();
  private final Set<PolicyPath> waitingForOne = new TreeSet<>();
  private final Set<PolicyPath> waitingForAny = new TreeSet<>();
  private final UsedAddresses used = new UsedAddresses();

  /** The addresses that the allocations in the tree hold. */
  static PoolAddresses of(PolicyPath pool, Surroundings around) {
    PolicyPath allocations = pool.child("ip-allocations");
    return around.index(
        allocations,
        PoolAddresses.class,
        () -> {
          PoolAddresses addresses = new PoolAddresses();
          around.in(allocations).forEach(one -> addresses.put(Fields.ownPath(one), one));
          return addresses;
        });
  }

  @Override
  public void put(PolicyPath path, JsonNode document) {
    Optional<AddressRun> address =
        Fields.text(document, "allocated_ip").flatMap(AddressRun::address);
    if (address.isPresent() && address.get().equals(given.get(path))) {
      return;
    }
    remove(path);
    address.ifPresentOrElse(
        run -> {
          given.put(path, run);
          used.add(run);
        },
        () -> (Fields.isSet(document, "allocation_ip") ? waitingForOne : waitingForAny).add(path));
  }

  @Override
  public void remove(PolicyPath path) {
    waitingForOne.remove(path);
    waitingForAny.remove(path);
    AddressRun address = given.remove(path);
    if (address != null) {
      used.remove(address);
    }
  }

  /** Tells whether nobody has an address. */
  boolean isFree(AddressRun address) {
    return used.isFree(address);
  }

  /** The lowest address of some ranges that nobody has. */
  Optional<AddressRun> lowestFree(List<AddressRun> ranges) {
    return ranges.stream().map(used::firstFree).flatMap(Optional::stream).findFirst();
  }

  /** The addresses that are given away, in runs. */
  List<AddressRun> taken() {
    return used.taken();
  }

  /** How many addresses are given away. */
  int givenCount() {
    return given.size();
  }

  /** How many allocations there are. */
  int requestedCount() {
    return given.size() + waitingForOne.size() + waitingForAny.size();
  }

  /** The allocations that have no address, those first that want a certain one. */
  List<PolicyPath> waiting() {
    return Stream.concat(waitingForOne.stream(), waitingForAny.stream()).toList();
  }
}
