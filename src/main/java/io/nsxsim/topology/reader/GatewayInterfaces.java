package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Link;
import io.nsxsim.topology.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads external, service and loopback interfaces, and the virtual addresses edges share. */
final class GatewayInterfaces {

  private final Documents documents;
  private final Segments segments;
  private final FabricBuilder fabric;
  private final Notes notes;
  private final EdgeNodes edges;
  private final GlobalSettings settings;

  GatewayInterfaces(
      Documents documents, Segments segments, FabricBuilder fabric, EdgeNodes edges, Notes notes) {
    this.documents = documents;
    this.segments = segments;
    this.fabric = fabric;
    this.edges = edges;
    this.notes = notes;
    this.settings = new GlobalSettings(documents);
  }

  void read(Gateway gateway) {
    if (!gateway.isConnected()) {
      return;
    }
    List<Document> interfaces =
        Stream.of("Tier0Interface", "Tier1Interface")
            .flatMap(type -> documents.below(gateway.path(), type).stream())
            .toList();
    Optional<PolicyPath> active = activeEdge(gateway, interfaces);
    for (Document each : interfaces) {
      unusable(gateway, each, active)
          .ifPresentOrElse(
              why -> notes.add(gateway.id(), each.path() + " " + why), () -> attach(gateway, each));
    }
    gateway.localeServices().forEach(locale -> shareAddresses(gateway, locale));
  }

  /**
   * The one edge that forwards for an active-standby tier-0: of those in service the preferred,
   * else the first.
   */
  private Optional<PolicyPath> activeEdge(Gateway gateway, List<Document> interfaces) {
    if (!gateway.isTier0() || gateway.isActiveActive()) {
      return Optional.empty();
    }
    Set<PolicyPath> used = new HashSet<>();
    interfaces.stream()
        .filter(each -> role(gateway, each) == Role.EXTERNAL && each.isUp())
        .forEach(each -> each.pathIn("edge_path").ifPresent(used::add));
    used.removeIf(edges::isOut);
    return gateway.preferredEdges().stream()
        .filter(used::contains)
        .findFirst()
        .or(() -> used.stream().min(Comparator.naturalOrder()));
  }

  private Optional<String> unusable(Gateway gateway, Document each, Optional<PolicyPath> active) {
    if (!each.isUp()) {
      return Optional.of("has admin_state DOWN");
    }
    if (!gateway.hasServiceRouter()) {
      return Optional.of("needs an edge cluster and there is none");
    }
    if (edges.isOut(gateway)) {
      return Optional.of("has no edge node in service");
    }
    Optional<PolicyPath> edge = each.pathIn("edge_path");
    if (edge.filter(edges::isOut).isPresent()) {
      return Optional.of("sits on an edge that is out of service");
    }
    if (role(gateway, each) == Role.EXTERNAL
        && active.isPresent()
        && edge.isPresent()
        && !edge.equals(active)) {
      return Optional.of("sits on an edge that is standby");
    }
    return Optional.empty();
  }

  private void attach(Gateway gateway, Document each) {
    Role role = role(gateway, each);
    List<Cidr> addresses = addresses(each.objects("subnets"));
    for (int i = 0; i < addresses.size(); i++) {
      Cidr address = addresses.get(i);
      String name = each.path().value() + (i == 0 ? "" : "#" + i);
      Interface end =
          Interface.of(gateway.id(), name, role, Optional.of(address), linkFor(each, role, address))
              .withPath(each.path())
              .withMtu(each.number("mtu", settings.mtu()))
              .withStrict(each.text("urpf_mode").orElse("").equals("STRICT"));
      fabric.attach(each.pathIn("edge_path").map(end::withEdge).orElse(end));
    }
  }

  private String linkFor(Document each, Role role, Cidr address) {
    if (role == Role.LOOPBACK) {
      return fabric.link("loopback:" + each.path(), Link.Kind.SEGMENT);
    }
    if (role == Role.EXTERNAL) {
      return fabric.lan(address);
    }
    return each.pathIn("segment_path")
        .flatMap(segments::find)
        .map(segment -> Segments.linkFor(segment, address, fabric))
        .orElseGet(() -> fabric.lan(address));
  }

  private void shareAddresses(Gateway gateway, Document locale) {
    for (Document virtual : locale.objects("ha_vip_configs")) {
      if (!virtual.flag("enabled", true)) {
        continue;
      }
      Set<String> paths = new HashSet<>(virtual.texts("external_interface_paths"));
      for (Cidr address : addresses(virtual.objects("vip_subnets"))) {
        fabric.interfaces(gateway.id()).stream()
            .filter(end -> end.path().filter(path -> paths.contains(path.value())).isPresent())
            .findFirst()
            .ifPresent(end -> fabric.answer(address.address(), end));
      }
    }
  }

  private static Role role(Gateway gateway, Document each) {
    return switch (each.text("type").orElse(gateway.isTier0() ? "EXTERNAL" : "SERVICE")) {
      case "SERVICE" -> Role.SERVICE;
      case "LOOPBACK" -> Role.LOOPBACK;
      default -> gateway.isTier0() ? Role.EXTERNAL : Role.SERVICE;
    };
  }

  private static List<Cidr> addresses(List<Document> subnets) {
    List<Cidr> addresses = new ArrayList<>();
    for (Document subnet : subnets) {
      for (String text : subnet.texts("ip_addresses")) {
        Cidr.parse(text + subnet.text("prefix_len").map(length -> "/" + length).orElse(""))
            .ifPresent(addresses::add);
      }
    }
    return addresses;
  }
}
