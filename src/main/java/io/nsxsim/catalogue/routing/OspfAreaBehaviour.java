package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Areas of OSPF: an id that is a number or looks like an address, and the secrets that a way to
 * authenticate takes. A secret is not read, so that a client may leave it out later.
 *
 * <p>Source: the API reference on {@code OspfAreaConfig} and {@code OspfAuthenticationConfig}.
 */
@Component
final class OspfAreaBehaviour implements Behaviour {

  private static final String AUTHENTICATION = "authentication";
  private static final String SECRET = "secret_key";
  private static final long LARGEST_AREA = 0xFFFF_FFFFL;

  @Override
  public Set<String> kinds() {
    return Set.of("OspfAreaConfig");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    String area = document.path("area_id").asString("");
    if (!area.isEmpty() && !isAreaId(area)) {
      problems.accept(Problem.invalid("/area_id", area + " is no area."));
    }
    JsonNode authentication = document.path(AUTHENTICATION);
    if (isSecret(document)
        && !Fields.isSet(authentication, SECRET)
        && around
            .previous(Fields.ownPath(document))
            .filter(OspfAreaBehaviour::isSecret)
            .isEmpty()) {
      problems.accept(Problem.missing("/authentication/secret_key", "This mode takes a secret."));
    }
    if (Fields.is(authentication, "mode", "MD5") && !authentication.has("key_id")) {
      problems.accept(Problem.missing("/authentication/key_id", "MD5 takes the id of a key."));
    }
    checkNeighbors(document, area, around, problems);
  }

  private static boolean isSecret(JsonNode document) {
    return !Fields.is(document.path(AUTHENTICATION), "mode", "NONE");
  }

  private static void checkNeighbors(
      JsonNode document, String area, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    boolean taken =
        around.in(Fields.parentPath(document).child("areas")).stream()
            .filter(other -> !Fields.ownPath(other).equals(own))
            .anyMatch(other -> Fields.is(other, "area_id", area));
    if (taken) {
      problems.accept(Problem.conflict("/area_id", "There is such an area already."));
    }
  }

  private static boolean isAreaId(String text) {
    if (text.matches("\\d{1,10}")) {
      return Long.parseLong(text) <= LARGEST_AREA;
    }
    return AddressRun.address(text).filter(address -> address.bits() == 32).isPresent();
  }
}
