package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.addresses.UsedAddresses;
import java.util.List;

/** Whether runs, taken together, hold all of another one. */
final class Cover {

  private Cover() {}

  /** Tells whether each address of a run is in one of the others. */
  static boolean covers(List<AddressRun> parts, AddressRun run) {
    UsedAddresses covered = new UsedAddresses();
    parts.stream().filter(run::overlaps).forEach(covered::add);
    return covered.firstFree(run).isEmpty();
  }
}
