package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.net.Ipv4;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/** A plugged-in network card, with all that a group may ask about it. */
record Member(
    PolicyPath port,
    Optional<Document> portDocument,
    Document segment,
    VirtualMachine machine,
    List<Ipv4> addresses) {}
