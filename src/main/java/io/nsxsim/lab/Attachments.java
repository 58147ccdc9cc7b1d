package io.nsxsim.lab;

import io.nsxsim.lab.Role.Kind;
import io.nsxsim.lab.Role.Translation;
import java.util.List;
import java.util.Optional;

/** Which transit gateway a VPC is attached to, and what a transit gateway is connected to. */
final class Attachments {

  private final Items items;

  /** A way out of a transit gateway. */
  record Outlet(Item attachment, Item connection) {

    boolean isDistributed() {
      return connection.type().equals("DistributedVlanConnection");
    }

    /** The tier-0 of a centralized connection. */
    Optional<String> tier0() {
      return connection.text("tier0_path");
    }
  }

  Attachments(Items items) {
    this.items = items;
  }

  /** The transit gateway above a VPC; empty for one that hangs below a tier-0 or nowhere. */
  Optional<String> transit(Item vpc) {
    return profile(vpc)
        .filter(profile -> !vpc.has("default_gateway_path"))
        .map(profile ->
            profile
                .text("transit_gateway_path")
                .orElse(Realm.of(vpc.path() + "/").project() + "/transit-gateways/default"))
        .filter(path -> items.at(path).isPresent());
  }

  /** The ways out of a transit gateway. */
  List<Outlet> outlets(String transit) {
    return items.below(transit, "TransitGatewayAttachment").stream()
        .flatMap(attachment ->
            attachment.text("connection_path").flatMap(items::at).stream()
                .map(connection -> new Outlet(attachment, connection)))
        .toList();
  }

  /** What a VPC's gateway does. */
  Role ofVpc(Item vpc) {
    boolean isDistributed =
        transit(vpc).stream()
            .flatMap(path -> outlets(path).stream())
            .anyMatch(Outlet::isDistributed);
    boolean hasServices = hasServices(vpc);
    Translation all = hasServices ? Translation.ALL : Translation.NONE;
    return new Role(
        Kind.VPC,
        isDistributed ? Translation.ONE_TO_ONE : all,
        hasServices && isFiltered(vpc),
        true);
  }

  /**
   * What a transit gateway does: it has its edges, and whether it keeps sessions, from the tier-0
   * of its centralized connection.
   */
  Role ofTransit(Item transit) {
    Optional<Item> tier0 =
        outlets(transit.path()).stream()
            .flatMap(outlet -> outlet.tier0().flatMap(items::at).stream())
            .findFirst();
    return new Role(
        Kind.TRANSIT,
        tier0.isPresent() ? Translation.ALL : Translation.NONE,
        false,
        tier0.map(Attachments::isStateful).orElse(true));
  }

  /** An active-active tier-0 keeps no sessions unless it is told to. */
  static boolean isStateful(Item tier0) {
    return !tier0.text("ha_mode").orElse("ACTIVE_ACTIVE").equals("ACTIVE_ACTIVE")
        || tier0.inside("stateful_services").flag("enabled", false);
  }

  private Optional<Item> profile(Item vpc) {
    return items.below(vpc.path(), "VpcAttachment").stream()
        .flatMap(each -> each.text("vpc_connectivity_profile").flatMap(items::at).stream())
        .findFirst();
  }

  /** A VPC below a tier-0 has services unless they are switched off. */
  private boolean hasServices(Item vpc) {
    return profile(vpc)
        .map(profile -> profile.inside("service_gateway").flag("enable", false))
        .orElseGet(() ->
            vpc.has("default_gateway_path")
                && !vpc.inside("service_gateway").flag("disable", false));
  }

  private boolean isFiltered(Item vpc) {
    String project = Realm.of(vpc.path() + "/").project();
    return items.below(project, "VpcSecurityProfile").stream()
        .allMatch(profile -> profile.inside("north_south_firewall").flag("enabled", true));
  }
}
