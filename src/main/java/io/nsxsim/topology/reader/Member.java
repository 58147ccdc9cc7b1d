package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.Ipv4;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/**
 * A plugged-in network card, with all that a group may ask about it. Port and machine identify it;
 * comparing whole documents would be slow.
 */
record Member(
    PolicyPath port,
    Optional<Document> portDocument,
    Document segment,
    VirtualMachine machine,
    List<Ipv4> addresses) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Member card
        && card.port.equals(port)
        && card.machine.id().equals(machine.id());
  }

  @Override
  public int hashCode() {
    return port.hashCode();
  }
}
