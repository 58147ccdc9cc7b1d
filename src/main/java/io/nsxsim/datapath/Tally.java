package io.nsxsim.datapath;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What has been counted of one object, by the names that answers use as facts. */
final class Tally {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String name, long number) {
    counts.computeIfAbsent(name, absent -> new LongAdder()).add(number);
  }

  long count(String name) {
    LongAdder count = counts.get(name);
    return count == null ? 0 : count.sum();
  }
}
