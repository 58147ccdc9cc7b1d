package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What happens to a packet at one device; open while the packet is there. */
final class Visit {

  private final Device device;
  private final Interface in;
  private final Packet before;
  private final List<Step> steps;
  private Optional<Interface> out = Optional.empty();
  private Packet after;
  private boolean passedTtlCheck;
  private boolean silent;
  private Packet checked;
  private int sessions;

  /**
   * Opens a visit.
   *
   * @param cameWith what happened since the last one; becomes the visit's own
   */
  Visit(Device device, Interface in, Packet before, List<Step> cameWith) {
    this.device = device;
    this.in = in;
    this.before = before;
    this.after = before;
    this.checked = before;
    this.steps = cameWith;
  }

  void add(Step step) {
    steps.add(step);
  }

  /**
   * Notes that a packet with too small a TTL would go no further.
   *
   * @param packet as it is at this moment
   * @param known how many sessions there are at this moment
   */
  void checkTtl(Packet packet, int known) {
    passedTtlCheck = true;
    checked = packet;
    sessions = known;
  }

  /** Notes that nothing would be said of a packet with too small a TTL. */
  void expireInSilence() {
    silent = true;
  }

  void leave(Interface by) {
    out = Optional.of(by);
  }

  void now(Packet packet) {
    after = packet;
  }

  Device device() {
    return device;
  }

  Interface in() {
    return in;
  }

  Optional<Interface> out() {
    return out;
  }

  Packet before() {
    return before;
  }

  Packet after() {
    return after;
  }

  List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  boolean passedTtlCheck() {
    return passedTtlCheck;
  }

  boolean expiresInSilence() {
    return silent;
  }

  /** The packet as it was when its TTL was checked. */
  Packet checked() {
    return checked;
  }

  /** How many sessions there were when the TTL was checked. */
  int sessions() {
    return sessions;
  }
}
