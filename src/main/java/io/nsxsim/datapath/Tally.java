package io.nsxsim.datapath;

import java.util.concurrent.atomic.AtomicLongArray;

/** What has been counted of one object. */
final class Tally {

  private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);

  void add(Count what, long number) {
    counts.addAndGet(what.ordinal(), number);
  }

  long count(Count what) {
    return counts.get(what.ordinal());
  }
}
