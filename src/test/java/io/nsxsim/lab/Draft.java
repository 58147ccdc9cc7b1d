package io.nsxsim.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A network while it is made up: its bodies by path, whom to ask about, and the dice. */
final class Draft {

  private final Random random;
  private final Map<String, String> policies = new LinkedHashMap<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> services = new ArrayList<>();

  Draft(long seed) {
    random = new Random(seed);
  }

  /** Bodies by path, in the order in which they can be created. */
  Map<String, String> policies() {
    return policies;
  }

  /** Addresses that packets are sent to. */
  List<String> targets() {
    return targets;
  }

  /** Addresses where something listens on TCP. */
  List<String> services() {
    return services;
  }

  /** Adds a body, whose quotes may be single. */
  void add(String path, String body) {
    policies.put(path, body.replace('\'', '"'));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
