package io.nsxsim.simulation;

import io.nsxsim.topology.Device;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.Interface;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Walks flows there and back for nothing but how they end and what firewalls see of them. */
final class Passages {

  private static final int MOST_WALKS = 4096;

  private final Function<Chooser, Walker> walkers;
  private final Walker hashing;

  /**
   * Prepares for a fabric.
   *
   * @param hashing chooses among equal ways as the fabric does
   * @param walkers makes a walker that chooses as it is told
   */
  Passages(Walker hashing, Function<Chooser, Walker> walkers) {
    this.hashing = hashing;
    this.walkers = walkers;
  }

  Outcome outcome(Device from, Flow flow) {
    return walk(hashing, hashing, from, flow).outcome();
  }

  /**
   * All passages that choices among equal ways allow; one where there is no choice, none where
   * there are too many to walk them all.
   */
  Set<Passage> all(Device from, Flow flow) {
    Set<Passage> found = new HashSet<>();
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
    int walks = 0;
    while (!open.isEmpty()) {
      if (walks++ == MOST_WALKS) {
        return Set.of();
      }
      List<Integer> script = open.pop();
      ScriptedChooser chooser = new ScriptedChooser(script);
      Walker walker = walkers.apply(chooser);
      found.add(walk(walker, walker, from, flow));
      others(script, chooser).forEach(open::push);
    }
    return found;
  }

  /** The scripts that differ from one in a choice behind its end. */
  private static List<List<Integer>> others(List<Integer> script, ScriptedChooser chooser) {
    List<List<Integer>> others = new ArrayList<>();
    for (int at = script.size(); at < chooser.ways().size(); at++) {
      for (int choice = 1; choice < chooser.ways().get(at); choice++) {
        List<Integer> other = new ArrayList<>(script);
        while (other.size() < at) {
          other.add(0);
        }
        other.add(choice);
        others.add(other);
      }
    }
    return others;
  }

  private static Passage walk(Walker there, Walker andBack, Device from, Flow flow) {
    Journey journey = there.send(from, flow);
    Ending ending = journey.ending();
    List<Passage.Sighting> sightings = new ArrayList<>();
    addTo(sightings, from, flow, journey);
    Optional<Verdict> back = Optional.empty();
    if (ending.fate() == Fate.DELIVERED && ending.reply().isPresent()) {
      Reply reply = ending.reply().get();
      Journey answer = andBack.sendBack(reply, journey.sessions());
      back = Optional.of(Tracer.verdictOfAnswer(flow, answer));
      firstOf(answer).ifPresent(out -> sightings.add(sighting(out, Direction.OUT, reply.packet())));
      visited(sightings, answer);
    }
    return new Passage(
        Outcome.of(ending.fate(), ending.decidedBy(), back), isBalanced(journey), sightings);
  }

  private static boolean isBalanced(Journey journey) {
    for (Visit visit : journey.visits()) {
      for (Step step : visit.steps()) {
        if (step instanceof Step.Balanced) {
          return true;
        }
      }
    }
    return false;
  }

  private static void addTo(
      List<Passage.Sighting> sightings, Device from, Flow flow, Journey journey) {
    firstOf(journey)
        .filter(out -> out.device().equals(from.id()))
        .ifPresent(out -> sightings.add(sighting(out, Direction.OUT, flow.packet())));
    visited(sightings, journey);
  }

  /** The card that a packet is sent by. */
  private static Optional<Interface> firstOf(Journey journey) {
    List<Step> steps =
        journey.visits().isEmpty() ? journey.beyond() : journey.visits().getFirst().steps();
    for (Step step : steps) {
      if (step instanceof Step.Crossed(Interface out) && out.vnic().isPresent()) {
        return Optional.of(out);
      }
    }
    return Optional.empty();
  }

  private static void visited(List<Passage.Sighting> sightings, Journey journey) {
    for (Visit visit : journey.visits()) {
      if (visit.in().vnic().isPresent()) {
        sightings.add(sighting(visit.in(), Direction.IN, visit.before()));
      }
      visit
          .out()
          .filter(out -> out.vnic().isPresent())
          .ifPresent(out -> sightings.add(sighting(out, Direction.OUT, visit.after())));
    }
  }

  private static Passage.Sighting sighting(Interface card, Direction direction, Packet packet) {
    return new Passage.Sighting(
        card.device(),
        card.name(),
        direction,
        packet.source(),
        packet.destination(),
        packet.sourcePort(),
        packet.destinationPort());
  }
}
