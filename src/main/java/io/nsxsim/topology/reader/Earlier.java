package io.nsxsim.topology.reader;

/**
 * What earlier readings found out and the next may use again. One reading at a time may hold it.
 *
 * @param network everything but the distributed firewall
 * @param machines the plain machines, with their network cards on their links
 */
record Earlier(
    Remembered<FabricReader.Network> network,
    PlainMachines machines,
    Conditions conditions,
    Remembered<Segments.Segment> segments,
    Remembered<Groups.Result> groups,
    Remembered<ServiceEntries.Meaning> services,
    FirewallRuleReader.Known firewall) {

  Earlier() {
    this(
        new Remembered<>(),
        new PlainMachines(),
        new Conditions(),
        new Remembered<>(),
        new Remembered<>(),
        new Remembered<>(),
        new FirewallRuleReader.Known());
  }

  /** Begins another reading of the network. */
  void next() {
    segments.next();
    groups.next();
    services.next();
    firewall.next();
  }
}
