package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/** One of the ways that equal routes allow. */
public record Path(List<Leg> legs, Verdict verdict) {

  /**
   * One device of it.
   *
   * @param address the address it is entered by
   * @param egress the policy object behind the interface it is left by
   */
  public record Leg(String device, Optional<IpAddress> address, Optional<PolicyPath> egress) {}

  public Path {
    legs = List.copyOf(legs);
  }
}
