package io.nsxsim.catalogue.vpn;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Algorithms of key exchange and of tunnels. GCM encrypts and authenticates in one, so that it
 * needs no digest, and belongs to version 2 of the key exchange.
 *
 * <p>Source: the API reference on {@code encryption_algorithms}, {@code digest_algorithms} and
 * {@code dh_groups} of both profiles.
 */
@Component
final class AlgorithmsBehaviour implements Behaviour {

  private static final String ENCRYPTION = "encryption_algorithms";
  private static final String DIGEST = "digest_algorithms";
  private static final String GROUPS = "dh_groups";
  private static final String IKE_PROFILE = "IPSecVpnIkeProfile";

  @Override
  public Set<String> kinds() {
    return Set.of(IKE_PROFILE, "IPSecVpnTunnelProfile");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    boolean ofKeyExchange = Fields.is(document, "resource_type", IKE_PROFILE);
    fill(document, ENCRYPTION, ofKeyExchange ? "AES_128" : "AES_GCM_128");
    fill(document, GROUPS, "GROUP14");
    if (Fields.texts(document, ENCRYPTION).stream().allMatch(this::needsDigest)) {
      fill(document, DIGEST, "SHA2_256");
    }
  }

  private boolean needsDigest(String algorithm) {
    return Set.of("AES_128", "AES_256", "NO_ENCRYPTION").contains(algorithm);
  }

  private static void fill(ObjectNode document, String field, String value) {
    if (!Fields.isSet(document, field)) {
      document.putArray(field).add(value);
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<String> encryption = Fields.texts(document, ENCRYPTION);
    if (Fields.is(document, "ike_version", "IKE_V1")
        && encryption.stream().anyMatch(algorithm -> algorithm.startsWith("AES_GCM"))) {
      problems.accept(Problem.conflict("/" + ENCRYPTION, "GCM needs version 2 of IKE."));
    }
  }
}
