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
  private Optional<Reply> expiry = Optional.empty();
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
    this.steps = cameWith;
  }

  void add(Step step) {
    steps.add(step);
  }

  /**
   * Notes that a packet with too small a TTL would go no further.
   *
   * @param reply what would be sent back
   * @param known how many sessions there are at this moment
   */
  void checkTtl(Optional<Reply> reply, int known) {
    passedTtlCheck = true;
    expiry = reply;
    sessions = known;
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

  Optional<Reply> expiry() {
    return expiry;
  }

  int sessions() {
    return sessions;
  }
}
