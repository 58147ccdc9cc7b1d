package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All gateways by path, and the devices they are. */
final class Gateways {

  private final Map<PolicyPath, Gateway> byPath = new LinkedHashMap<>();

  Gateways(Documents documents, FabricBuilder fabric, Notes notes) {
    documents.of("Tier0").forEach(tier0 -> add(tier0, Device.Kind.TIER0, documents));
    documents.of("Tier1").forEach(tier1 -> add(tier1, Device.Kind.TIER1, documents));
    documents.of("TransitGateway").stream()
        .map(transit -> ExternalConnection.gateway(transit, documents, this))
        .forEach(this::add);
    documents.of("Vpc").stream()
        .map(vpc -> VpcConnection.gateway(vpc, documents))
        .forEach(this::add);
    for (Gateway gateway : all()) {
      fabric.declare(
          gateway.id(),
          gateway.kind(),
          gateway.document().name(),
          Optional.of(gateway.path()),
          true);
      note(gateway, notes);
    }
  }

  List<Gateway> all() {
    return List.copyOf(byPath.values());
  }

  Stream<Gateway> tier0s() {
    return of(Device.Kind.TIER0);
  }

  Stream<Gateway> tier1s() {
    return of(Device.Kind.TIER1);
  }

  Stream<Gateway> of(Device.Kind kind) {
    return byPath.values().stream().filter(gateway -> gateway.kind() == kind);
  }

  Optional<Gateway> find(PolicyPath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The gateway that an object below it belongs to. */
  Optional<Gateway> owning(PolicyPath object) {
    String path = object.value();
    for (int slash = path.length(); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      Gateway gateway = byPath.get(new PolicyPath(path.substring(0, slash)));
      if (gateway != null) {
        return Optional.of(gateway);
      }
    }
    return Optional.empty();
  }

  private void add(Document document, Device.Kind kind, Documents documents) {
    List<Document> locales = new ArrayList<>(documents.below(document.path(), "LocaleServices"));
    Optional<Gateway> parent =
        document
            .object("vrf_config")
            .flatMap(vrf -> vrf.pathIn("tier0_path"))
            .flatMap(documents::find)
            .map(tier0 ->
                Gateway.tier(
                    tier0,
                    kind,
                    documents.below(tier0.path(), "LocaleServices"),
                    Optional.empty()));
    add(Gateway.tier(document, kind, List.copyOf(locales), parent));
  }

  private void add(Gateway gateway) {
    byPath.put(gateway.path(), gateway);
  }

  private static void note(Gateway gateway, Notes notes) {
    if (gateway.document().has("vrf_config") && gateway.parent().isEmpty()) {
      notes.add(gateway.id(), "The parent of the VRF " + gateway.path() + " is not known");
    }
    if (!gateway.isConnected()) {
      notes.add(gateway.id(), gateway.path() + " has connectivity OFF: no interface is up");
    }
  }
}
