package io.nsxsim.lab;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.lab.Blueprint.End;
import io.nsxsim.lab.Blueprint.Medium;
import io.nsxsim.lab.Blueprint.Wire;
import io.nsxsim.lab.Namespace.Port;
import io.nsxsim.lab.Namespace.Way;
import io.nsxsim.net.Cidr;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a blueprint as a bash script. */
final class Script {

  private static final String PREFIX = "nsxl-";
  private static final String END = "END";

  /** Milliseconds until a question for a neighbor is asked again; three times it is asked. */
  private static final int PATIENCE = 150;

  private final StringBuilder text = new StringBuilder();
  private final Blueprint blueprint;
  private final int hashFields;
  private final Map<Wire, String> bridges = new LinkedHashMap<>();

  private Script(Blueprint blueprint, Ecmp ecmp) {
    this.blueprint = blueprint;
    this.hashFields = fields(ecmp.hash());
    for (Wire wire : blueprint.wires()) {
      if (wire.medium() == Medium.BRIDGE) {
        bridges.put(wire, PREFIX + "lan-" + bridges.size());
      }
    }
  }

  /** The bits of fib_multipath_hash_fields: addresses, protocol, ports. */
  private static int fields(Ecmp.Hash hash) {
    return switch (hash) {
      case DESTINATION -> 0x2;
      case SOURCE_DESTINATION -> 0x3;
      case FIVE_TUPLE -> 0x37;
    };
  }

  static Lab write(Blueprint blueprint, Ecmp ecmp) {
    return new Script(blueprint, ecmp).lab();
  }

  private Lab lab() {
    List<String> differences = new ArrayList<>(blueprint.remarks());
    differences.add("Among equal paths Linux chooses by a hash of its own");
    List<String> names = new ArrayList<>(bridges.values());
    blueprint.namespaces().forEach(namespace -> names.add(PREFIX + namespace.name()));
    header(differences);
    declarations(names);
    line(part("lab/lab.sh"));
    up();
    line(
        """
        case "${1-}" in
          up) check; down; trap down ERR; up; trap - ERR ;;
          down) check; down ;;
          list) list ;;
          exec) [ $# -ge 3 ] || usage; check; run "${@:2}" ;;
          *) usage ;;
        esac\
        """);
    return new Lab(
        text.toString(),
        List.copyOf(blueprint.workloads().keySet()),
        List.copyOf(names),
        List.copyOf(differences));
  }

  private void header(List<String> differences) {
    line("#!/usr/bin/env bash");
    line("# The network that is configured, as network namespaces of Linux. Usage:");
    line("#   lab.sh up                        creates them; traffic stays inside");
    line("#   lab.sh exec WORKLOAD COMMAND...  runs a command in one, such as traceroute -n");
    line("#   lab.sh list                      shows the workloads and their namespaces");
    line("#   lab.sh down                      removes exactly what up has created");
    line("#");
    line("# Where Linux does otherwise, or what was left out:");
    differences.forEach(difference -> line("# - " + difference));
  }

  private void declarations(List<String> names) {
    line("namespaces=(" + String.join(" ", names) + ")");
    line("declare -A workloads=(");
    blueprint
        .workloads()
        .forEach((name, namespace) -> line("  [" + quote(name) + "]=" + PREFIX + namespace.name()));
    line(")");
  }

  private void up() {
    line("up() {");
    bridges.values().forEach(bridge -> line("create " + bridge + " 0 0 1"));
    int seed = 1;
    for (Namespace namespace : blueprint.namespaces()) {
      String forwards = namespace.forwards() ? "1" : "0";
      line(
          "create %s%s %s %d %d".formatted(PREFIX, namespace.name(), forwards, hashFields, seed++));
    }
    List<String> cables = new ArrayList<>();
    Map<String, List<String>> inside = new LinkedHashMap<>();
    blueprint.wires().forEach(wire -> lay(wire, cables, inside));
    batch("ip -batch -", cables);
    inside.forEach((bridge, lines) -> batch("ip -n " + bridge + " -batch -", lines));
    blueprint.namespaces().forEach(this::configure);
    line("}");
  }

  private void lay(Wire wire, List<String> cables, Map<String, List<String>> inside) {
    String bridge = bridges.get(wire);
    if (bridge == null) {
      layCable(wire, cables);
      return;
    }
    List<String> lines = inside.computeIfAbsent(bridge, name -> new ArrayList<>());
    lines.add("link add br0 type bridge mcast_snooping 0");
    lines.add("link set br0 up");
    int number = 0;
    for (End end : wire.ends()) {
      String port = "p" + number++;
      cables.add(
          "link add %s netns %s%s type veth peer name %s netns %s"
              .formatted(end.port().name(), PREFIX, end.namespace().name(), port, bridge));
      lines.add("link set " + port + " master br0 up");
    }
  }

  /** Both ends of a tube have one hardware address, so that everything is for the other one. */
  private static void layCable(Wire wire, List<String> cables) {
    if (wire.ends().size() != 2) {
      return;
    }
    End one = wire.ends().getFirst();
    End other = wire.ends().getLast();
    String address = wire.medium() == Medium.TUBE ? " address 02:00:00:00:00:02" : "";
    cables.add(
        "link add %s netns %s%s%s type veth peer name %s netns %s%s%s"
            .formatted(
                one.port().name(),
                PREFIX,
                one.namespace().name(),
                address,
                other.port().name(),
                PREFIX,
                other.namespace().name(),
                address));
  }

  private void configure(Namespace namespace) {
    List<String> lines = new ArrayList<>(List.of("link set lo up"));
    for (Port port : namespace.ports()) {
      lines.add("link set " + port.name() + (port.isBlind() ? " arp off up" : " up"));
      if (!port.isBlind()) {
        lines.add(
            "ntable change name arp_cache dev "
                + port.name()
                + " retrans "
                + PATIENCE
                + " proxy_delay 0");
        lines.add("ntable change name ndisc_cache dev " + port.name() + " retrans " + PATIENCE);
      }
      for (Cidr own : port.addresses()) {
        lines.add("addr add " + own + " dev " + port.name() + (own.ipv6() ? " nodad" : ""));
      }
    }
    namespace.locals().forEach(own -> lines.add("route add local " + own + " dev lo"));
    namespace.routes().forEach((network, ways) -> lines.add(route(network, ways)));
    lines.addAll(namespace.commands(false));
    String name = PREFIX + namespace.name();
    batch("ip -n " + name + " -force -batch -", lines);
    batch("ip -6 -n " + name + " -force -batch -", namespace.commands(true));
    if (!namespace.filters().isEmpty()) {
      batch("ip netns exec " + name + " nft -f -", table(namespace));
    }
  }

  private static String route(Cidr network, List<Way> ways) {
    String head = "route add ";
    if (ways.stream().anyMatch(Way.Nowhere.class::isInstance)) {
      return head + "blackhole " + network;
    }
    if (ways.size() == 1) {
      return head + network + " " + way(ways.getFirst());
    }
    StringBuilder all = new StringBuilder(head + network);
    ways.forEach(each -> all.append(" nexthop ").append(way(each)));
    return all.toString();
  }

  private static String way(Way way) {
    return switch (way) {
      case Way.Via(var address, Port port) -> "via " + address + " dev " + port.name() + " onlink";
      case Way.Through(Port port) -> "dev " + port.name();
      case Way.Nowhere() -> "";
    };
  }

  /** Chains that are only jumped to come first. */
  private static List<String> table(Namespace namespace) {
    List<String> lines = new ArrayList<>(List.of("table inet lab {"));
    for (Namespace.Filter filter : namespace.filters()) {
      lines.add(" chain " + filter.name() + " {");
      if (!filter.hook().isEmpty()) {
        lines.add("  type " + filter.hook() + "; policy accept;");
      }
      filter.rules().forEach(rule -> lines.add("  " + rule));
      lines.add(" }");
    }
    lines.add("}");
    return lines;
  }

  private void batch(String command, List<String> lines) {
    if (!lines.isEmpty()) {
      line(command + " << '" + END + "'");
      lines.forEach(this::line);
      line(END);
    }
  }

  private static String quote(String name) {
    return "'" + name.replaceAll("\\p{Cntrl}", " ").replace("'", "'\\''") + "'";
  }

  private static String part(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(Script.class.getClassLoader().getResourceAsStream(resource))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
