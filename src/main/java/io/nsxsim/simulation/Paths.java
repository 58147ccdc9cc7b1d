package io.nsxsim.simulation;

import io.nsxsim.topology.Interface;

/** Reduces a journey to the way it took. */
final class Paths {

  private Paths() {}

  static Path of(Journey journey) {
    return new Path(
        journey.visits().stream()
            .map(visit ->
                new Path.Leg(
                    visit.device().id(), visit.in().ip(), visit.out().flatMap(Interface::path)))
            .toList(),
        journey.ending().fate().verdict());
  }
}
