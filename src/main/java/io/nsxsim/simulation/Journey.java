package io.nsxsim.simulation;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One packet's way: where it has been, what is remembered of it, how it ended. */
final class Journey {

  private final List<Visit> visits = new ArrayList<>();
  private final List<Session> sessions;
  private final List<Step> onTheWay = new ArrayList<>();
  private final List<Integer> decisions = new ArrayList<>();
  private final Set<String> subjects = new LinkedHashSet<>();
  private final Set<String> assumptions = new LinkedHashSet<>();
  private Packet packet;
  private Optional<Ending> ending = Optional.empty();
  private int loopStart = -1;

  Journey(Packet packet, List<Session> known) {
    this.packet = packet;
    this.sessions = new ArrayList<>(known);
  }

  Packet packet() {
    return packet;
  }

  /** Replaces the headers, from here on. */
  void become(Packet changed) {
    packet = changed;
    if (onTheWay.isEmpty() && !visits.isEmpty()) {
      visits.getLast().now(changed);
    }
  }

  /** Opens a visit, or finds that the same packet has been there before and ends. */
  Visit arrive(Device device, Interface in) {
    for (int i = 0; i < visits.size(); i++) {
      Visit earlier = visits.get(i);
      if (earlier.in().equals(in) && earlier.before().isLike(packet)) {
        loopStart = i;
        end(
            Fate.LOOP,
            device.id(),
            lastRoute(),
            device.name() + " gets it again",
            Optional.empty());
        return earlier;
      }
    }
    Visit visit = new Visit(device, in, packet, onTheWay);
    onTheWay.clear();
    visits.add(visit);
    subjects.add(device.id());
    add(Step.Kind.RECEIVED, in.path(), in.name());
    return visit;
  }

  /** Marks that the packet has left the device of the last visit. */
  void depart(Interface out) {
    if (!visits.isEmpty()) {
      visits.getLast().leave(out);
    }
    onTheWay.add(new Step(Step.Kind.LINK, out.path(), out.link()));
    subjects.add(out.link());
  }

  void add(Step.Kind kind, Optional<PolicyPath> path, String detail) {
    Step step = new Step(kind, path, detail);
    if (onTheWay.isEmpty() && !visits.isEmpty()) {
      visits.getLast().add(step);
    } else {
      onTheWay.add(step);
    }
  }

  void end(
      Fate fate, String device, Optional<PolicyPath> by, String reason, Optional<Reply> reply) {
    add(
        fate == Fate.DELIVERED ? Step.Kind.DELIVERED : Step.Kind.DROPPED,
        by,
        fate.name() + ": " + reason);
    ending = Optional.of(new Ending(fate, device, by, reason, reply));
  }

  boolean hasEnded() {
    return ending.isPresent();
  }

  Ending ending() {
    return ending.orElseThrow(() -> new IllegalStateException("The packet is still on its way"));
  }

  void remember(Session session) {
    sessions.add(session);
  }

  /** The session at a place that a packet answers, the newest first. */
  Optional<Session> session(String place, Packet answer) {
    for (int i = sessions.size() - 1; i >= 0; i--) {
      if (sessions.get(i).isFor(place, answer)) {
        return Optional.of(sessions.get(i));
      }
    }
    return Optional.empty();
  }

  List<Session> sessions() {
    return List.copyOf(sessions);
  }

  void decided(int choice) {
    decisions.add(choice);
  }

  List<Integer> decisions() {
    return List.copyOf(decisions);
  }

  void assume(String text) {
    assumptions.add(text);
  }

  void consult(String subject) {
    subjects.add(subject);
  }

  Set<String> assumptions() {
    return Set.copyOf(assumptions);
  }

  /** Devices, links and firewalls that the packet has met. */
  Set<String> subjects() {
    return Set.copyOf(subjects);
  }

  List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** Steps after the last visit: on a link whose other end the packet did not reach. */
  List<Step> beyond() {
    return List.copyOf(onTheWay);
  }

  /** The visit of a packet that lives for so many devices; goes round where there is a loop. */
  Optional<Visit> visit(int number) {
    if (number <= visits.size()) {
      return Optional.of(visits.get(number - 1));
    }
    if (loopStart < 0) {
      return Optional.empty();
    }
    int length = visits.size() - loopStart;
    return Optional.of(visits.get(loopStart + (number - 1 - loopStart) % length));
  }

  private Optional<PolicyPath> lastRoute() {
    return visits.stream()
        .flatMap(visit -> visit.steps().stream())
        .filter(step -> step.kind() == Step.Kind.ROUTE)
        .flatMap(step -> step.path().stream())
        .reduce((first, second) -> second);
  }
}
