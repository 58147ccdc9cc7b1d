package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import java.util.List;
import java.util.Optional;

/**
 * How a VPC is connected: by the connectivity profile of its attachment, or, in the form before
 * release 9, by what it says itself.
 *
 * <p>Sources: the administration guide of release 9 on connectivity profiles; the API reference on
 * {@code default_gateway_path} and {@code service_gateway} of {@code Vpc}.
 *
 * @param profile none for a VPC of the older form, and for one that is not attached
 */
record VpcConnection(Document vpc, Optional<Document> profile) {

  private static final String SERVICE_GATEWAY = "service_gateway";

  /** Reads the gateway of a VPC: with a service router where centralized services are on. */
  static Gateway gateway(Document vpc, Documents documents) {
    VpcConnection connection =
        new VpcConnection(
            vpc,
            documents.below(vpc.path(), "VpcAttachment").stream()
                .flatMap(attachment -> attachment.pathIn("vpc_connectivity_profile").stream())
                .flatMap(profile -> documents.find(profile).stream())
                .findFirst());
    return new Gateway(
        vpc,
        Device.Kind.VPC_GATEWAY,
        List.of(),
        Optional.empty(),
        connection.upper(),
        connection.edgeClusters(),
        connection.hasServiceGateway());
  }

  /** Tells whether the firewall between a VPC and what is outside of it is on. */
  static boolean hasFirewall(Gateway vpc, Documents documents) {
    return project(vpc.path())
        .map(project ->
            documents.below(project, "VpcSecurityProfile").stream()
                .flatMap(profile -> profile.object("north_south_firewall").stream())
                .allMatch(firewall -> firewall.flag("enabled", true)))
        .orElse(true);
  }

  private Optional<PolicyPath> upper() {
    return profile.isPresent()
        ? profile
            .get()
            .pathIn("transit_gateway_path")
            .or(() -> project(vpc.path()).map(project -> project.child("transit-gateways/default")))
        : vpc.pathIn("default_gateway_path");
  }

  private boolean hasServiceGateway() {
    return profile.isPresent()
        ? profile
            .get()
            .object(SERVICE_GATEWAY)
            .filter(each -> each.flag("enable", false))
            .isPresent()
        : vpc.has("default_gateway_path")
            && vpc.object(SERVICE_GATEWAY).filter(each -> each.flag("disable", false)).isEmpty();
  }

  private List<PolicyPath> edgeClusters() {
    return profile.stream()
        .flatMap(each -> each.object(SERVICE_GATEWAY).stream())
        .flatMap(each -> each.texts("edge_cluster_paths").stream())
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new)
        .toList();
  }

  private static Optional<PolicyPath> project(PolicyPath vpc) {
    int end = vpc.value().lastIndexOf("/vpcs/");
    return end < 0 ? Optional.empty() : Optional.of(new PolicyPath(vpc.value().substring(0, end)));
  }
}
