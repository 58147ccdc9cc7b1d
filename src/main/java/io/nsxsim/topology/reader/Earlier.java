package io.nsxsim.topology.reader;

/**
 * What earlier readings found out and the next may use again. One reading at a time may hold it.
 *
 * @param machines the plain machines, with their network cards on their links
 */
record Earlier(
    PlainMachines machines,
    Conditions conditions,
    Remembered<Segments.Segment> segments,
    Remembered<Groups.Result> groups,
    Remembered<ServiceEntries.Meaning> services,
    FirewallRules.Known firewall) {

  Earlier() {
    this(
        new PlainMachines(),
        new Conditions(),
        new Remembered<>(),
        new Remembered<>(),
        new Remembered<>(),
        new FirewallRules.Known());
  }

  /** Begins another reading. */
  void next() {
    segments.next();
    groups.next();
    services.next();
    firewall.next();
  }
}
