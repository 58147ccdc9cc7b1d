package io.nsxsim.lab;

import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Side;
import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All namespaces and what is between them. */
final class Blueprint {

  private static final int LONGEST_NAME = 40;

  /** An end of a cable. */
  record End(Namespace namespace, Port port) {}

  /** What a piece of network is made of. */
  enum Medium {
    BRIDGE,
    CABLE,
    /** A cable where nobody asks for addresses: what goes in comes out, whoever it is for. */
    TUBE
  }

  /** A piece of network; all but a bridge have two ends. */
  record Wire(String id, Medium medium, List<End> ends) {}

  private final List<Namespace> namespaces = new ArrayList<>();
  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private final Map<String, Namespace> workloads = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();

  List<Namespace> namespaces() {
    return List.copyOf(namespaces);
  }

  List<Wire> wires() {
    return List.copyOf(wires.values());
  }

  /** The namespaces of workloads by every name that they go by. */
  Map<String, Namespace> workloads() {
    return new LinkedHashMap<>(workloads);
  }

  /** What Linux does otherwise than it is configured, or what was left out. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  void remark(String text) {
    remarks.add(text.replaceAll("[\\p{Cntrl}]", " "));
  }

  Namespace add(String prefix, String label, boolean forwards) {
    Namespace namespace = new Namespace(unique(prefix + "-" + label), label, forwards);
    namespaces.add(namespace);
    return namespace;
  }

  /** Adds one that can be named in {@code exec}; of two with one name the first keeps it. */
  Namespace workload(String prefix, String label, boolean forwards, List<String> aliases) {
    Namespace namespace = add(prefix, label, forwards);
    workloads.putIfAbsent(label, namespace);
    aliases.forEach(alias -> workloads.putIfAbsent(alias, namespace));
    return namespace;
  }

  /** Puts an interface on a network that any number of others may be on. */
  Port plug(Namespace namespace, String wire, String path, Side side, List<Cidr> addresses) {
    return connect(namespace, wire, Medium.BRIDGE, namespace.port("eth", path, side, addresses));
  }

  /** Adds an address to the interface that a namespace has on a network, or a new interface. */
  Port plugOnce(Namespace namespace, String wire, String path, Side side, Cidr address) {
    Wire known = wires.get(wire);
    if (known != null) {
      for (int i = 0; i < known.ends().size(); i++) {
        End end = known.ends().get(i);
        if (end.namespace().equals(namespace) && end.port().path().equals(path)) {
          Port wider = namespace.widen(end.port(), address);
          known.ends().set(i, new End(namespace, wider));
          return wider;
        }
      }
    }
    return plug(namespace, wire, path, side, List.of(address));
  }

  /** Puts an interface at one end of a cable. */
  Port cable(Namespace namespace, String wire, String path, Side side, List<Cidr> addresses) {
    return connect(namespace, wire, Medium.CABLE, namespace.port("link", path, side, addresses));
  }

  /** Puts an interface at one end of a tube. */
  Port tube(Namespace namespace, String wire, String path, List<Cidr> addresses) {
    return connect(namespace, wire, Medium.TUBE, namespace.port("line", path, Side.IN, addresses));
  }

  private Port connect(Namespace namespace, String wire, Medium medium, Port port) {
    wires
        .computeIfAbsent(wire, id -> new Wire(id, medium, new ArrayList<>()))
        .ends()
        .add(new End(namespace, port));
    return port;
  }

  /** A name that is short, plain and not in use. */
  String unique(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String wanted = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    String name = wanted;
    for (int number = 2; !names.add(name); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }
}
