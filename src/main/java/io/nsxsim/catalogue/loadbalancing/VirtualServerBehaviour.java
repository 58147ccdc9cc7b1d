package io.nsxsim.catalogue.loadbalancing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Virtual servers: an address and port once in a service, and nothing that the application profile
 * cannot do.
 *
 * <p>Source: the API reference on {@code rules}, which are for HTTP; cookies are so too. TLS is
 * not: clients bind profiles of it to virtual servers with a fast TCP profile.
 */
@Component
final class VirtualServerBehaviour implements Behaviour {

  private static final String SERVICE = "lb_service_path";

  @Override
  public Set<String> kinds() {
    return Set.of("LBVirtualServer");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    checkDuplicates(document, around, problems);
    if (application(document, around).filter(type -> !type.equals("LBHttpProfile")).isEmpty()) {
      return;
    }
    if (Fields.isSet(document, "rules")) {
      problems.accept(Problem.conflict("/rules", "Only an HTTP virtual server has rules."));
    }
    Fields.target(document, "lb_persistence_profile_path", around)
        .filter(profile -> Fields.is(profile, "resource_type", "LBCookiePersistenceProfile"))
        .ifPresent(profile ->
            problems.accept(
                Problem.conflict(
                    "/lb_persistence_profile_path", "Only HTTP persists by cookies.")));
  }

  private static void checkDuplicates(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    Fields.path(document, SERVICE).stream()
        .map(path -> around.remembered(path, Servers.class, () -> Servers.of(path, around)))
        .flatMap(servers -> servers.at(document).stream())
        .filter(other -> !Fields.ownPath(other).equals(own))
        .filter(other -> isDatagram(document, around) == isDatagram(other, around))
        .filter(other -> sharesPort(document, other))
        .findFirst()
        .ifPresent(other ->
            problems.accept(
                Problem.conflict(
                    "/ports", Fields.ownPath(other) + " serves the same address and port.")));
  }

  /** The virtual servers of a service by their addresses. */
  private record Servers(Map<AddressRun, List<JsonNode>> byAddress) {

    static Servers of(PolicyPath service, Surroundings around) {
      Map<AddressRun, List<JsonNode>> byAddress = new HashMap<>();
      for (JsonNode server : around.mentioning(service, SERVICE)) {
        address(server)
            .ifPresent(a -> byAddress.computeIfAbsent(a, any -> new ArrayList<>()).add(server));
      }
      return new Servers(byAddress);
    }

    List<JsonNode> at(JsonNode server) {
      return address(server).map(byAddress::get).orElse(List.of());
    }

    private static Optional<AddressRun> address(JsonNode server) {
      return AddressRun.address(server.path("ip_address").asString(""));
    }
  }

  private static boolean sharesPort(JsonNode one, JsonNode other) {
    List<Ports> ports = Ports.of(one);
    return Ports.of(other).stream().anyMatch(run -> ports.stream().anyMatch(run::overlaps));
  }

  private static boolean isDatagram(JsonNode document, Surroundings around) {
    return application(document, around).filter("LBFastUdpProfile"::equals).isPresent();
  }

  private static Optional<String> application(JsonNode document, Surroundings around) {
    return Fields.target(document, "application_profile_path", around)
        .flatMap(profile -> Fields.text(profile, "resource_type"));
  }

  /** Ports in a row. */
  private record Ports(int first, int last) {

    static List<Ports> of(JsonNode document) {
      return Fields.texts(document, "ports").stream().map(Ports::parse).toList();
    }

    private static Ports parse(String text) {
      int dash = text.indexOf('-');
      int first = Integer.parseInt((dash < 0 ? text : text.substring(0, dash)).strip());
      return new Ports(
          first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1).strip()));
    }

    boolean overlaps(Ports other) {
      return first <= other.last && other.first <= last;
    }
  }
}
