package io.nsxsim.catalogue.vpn;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sessions with a peer. They fall back to the profiles of the system, but for the algorithms that a
 * compliance suite brings along; a certificate is that of the endpoint.
 *
 * <p>Source: the API reference on {@code IPSecVpnSession}, and what clients read back: the paths of
 * the profiles are never empty.
 */
@Component
final class IpsecSessionBehaviour implements Behaviour {

  private static final String ENDPOINT = "local_endpoint_path";
  private static final Map<String, PolicyPath> OF_SUITE =
      Map.of(
          "ike_profile_path",
          new PolicyPath("/infra/ipsec-vpn-ike-profiles/nsx-default-l3vpn-ike-profile"),
          "tunnel_profile_path",
          new PolicyPath("/infra/ipsec-vpn-tunnel-profiles/nsx-default-l3vpn-tunnel-profile"));
  private static final Map<String, PolicyPath> OF_ANY =
      Map.of(
          "dpd_profile_path",
          new PolicyPath("/infra/ipsec-vpn-dpd-profiles/nsx-default-l3vpn-dpd-profile"));

  @Override
  public Set<String> kinds() {
    return Set.of("IPSecVpnSession");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    fill(document, OF_ANY, around);
    if (Fields.is(document, "compliance_suite", "NONE")) {
      fill(document, OF_SUITE, around);
    }
    for (ObjectNode rule : Fields.objects(document.path("rules"))) {
      if (!rule.has("action")) {
        rule.put("action", "PROTECT");
      }
    }
  }

  private static void fill(
      ObjectNode document, Map<String, PolicyPath> profiles, Surroundings around) {
    profiles.forEach((field, profile) -> {
      if (!Fields.isSet(document, field) && around.find(profile).isPresent()) {
        document.put(field, profile.value());
      }
    });
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<JsonNode> endpoint = Fields.target(document, ENDPOINT, around);
    if (Fields.is(document, "authentication_mode", "CERTIFICATE")
        && endpoint.filter(found -> !Fields.isSet(found, "certificate_path")).isPresent()) {
      problems.accept(
          Problem.conflict("/authentication_mode", "The local endpoint has no certificate."));
    }
    JsonNode tunnels = document.path("tunnel_interfaces");
    for (int i = 0; i < tunnels.size(); i++) {
      checkSubnets(tunnels.path(i).path("ip_subnets"), "/tunnel_interfaces/" + i, problems);
    }
  }

  private static void checkSubnets(JsonNode subnets, String tunnel, Consumer<Problem> problems) {
    for (int i = 0; i < subnets.size(); i++) {
      int length = subnets.path(i).path("prefix_length").asInt(0);
      if (Fields.texts(subnets.path(i), "ip_addresses").stream()
          .map(AddressRun::element)
          .flatMap(Optional::stream)
          .anyMatch(address -> length > address.bits())) {
        problems.accept(
            Problem.invalid(
                tunnel + "/ip_subnets/" + i + "/prefix_length",
                "The address has no network of this length."));
      }
    }
  }
}
