package io.nsxsim.topology.reader;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the sessions of BGP that are up. */
final class BgpSessions {

  private final FabricBuilder fabric;
  private final Notes notes;

  BgpSessions(FabricBuilder fabric, Notes notes) {
    this.fabric = fabric;
    this.notes = notes;
  }

  /** The session with a neighbor, if it is enabled and somebody answers at its address. */
  Optional<BgpSession> find(Gateway tier0, Document neighbor) {
    Optional<IpAddress> address = neighbor.text("neighbor_address").flatMap(IpAddress::parse);
    if (address.isEmpty() || !neighbor.flag("enabled", true)) {
      return Optional.empty();
    }
    Set<String> sources = new HashSet<>(neighbor.texts("source_addresses"));
    List<Interface> ends =
        fabric.interfaces(tier0.id()).stream()
            .filter(end -> end.role() == Role.EXTERNAL)
            .filter(end -> end.address().orElseThrow().contains(address.get()))
            .filter(end -> sources.isEmpty() || sources.contains(end.ip().orElseThrow().toString()))
            .toList();
    Optional<Interface> peer =
        ends.stream()
            .findFirst()
            .flatMap(end -> fabric.owner(end.link(), address.get()))
            .filter(end -> end.role() == Role.PHYSICAL);
    if (peer.isEmpty()) {
      notes.add(
          tier0.id(), neighbor.path() + " is down: no interface reaches it or no router owns it");
    }
    return peer.map(end -> new BgpSession(neighbor, ends, end));
  }
}
