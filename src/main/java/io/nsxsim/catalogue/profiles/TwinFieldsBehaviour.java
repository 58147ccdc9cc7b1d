package io.nsxsim.catalogue.profiles;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields that got a new name while the old one stayed: a client sets one of them and reads either.
 * With both set, the newer name counts.
 *
 * <p>Source: the API reference on {@code address_binding_whitelist} and {@code
 * committed_bandwitdth}, both deprecated.
 */
@Component
final class TwinFieldsBehaviour implements Behaviour {

  private static final Map<String, List<String>> NEW_AND_OLD =
      Map.of(
          "SpoofGuardProfile",
          List.of("address_binding_allowlist", "address_binding_whitelist"),
          "GatewayQosProfile",
          List.of("committed_bandwidth", "committed_bandwitdth"));

  @Override
  public Set<String> kinds() {
    return NEW_AND_OLD.keySet();
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    List<String> names =
        NEW_AND_OLD.getOrDefault(document.path("resource_type").asString(""), List.of());
    names.stream()
        .filter(document::has)
        .findFirst()
        .ifPresentOrElse(
            set -> names.forEach(name -> document.set(name, document.get(set))),
            () -> fillUnset(document));
  }

  private static void fillUnset(ObjectNode document) {
    if (document.path("resource_type").asString("").equals("SpoofGuardProfile")) {
      document.put("address_binding_allowlist", false).put("address_binding_whitelist", false);
    }
  }
}
