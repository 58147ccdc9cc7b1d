package io.nsxsim.catalogue.loadbalancing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SSL profiles: a group's label stands for its ciphers and protocols, and NSX says whether all of
 * them are secure and as FIPS wants them.
 *
 * <p>Source: the API reference on {@code cipher_group_label}, {@code is_secure} and {@code
 * is_fips}. What is in the groups beside BALANCED is not public.
 */
@Component
final class SslProfileBehaviour implements Behaviour {

  private static final String LABEL = "cipher_group_label";
  private static final String CIPHERS = "ciphers";
  private static final String PROTOCOLS = "protocols";

  private static final List<String> STRONG =
      List.of(
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
  private static final List<String> USUAL =
      List.of(
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_RSA_WITH_AES_128_GCM_SHA256");
  private static final List<String> OLD =
      List.of(
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
          "TLS_RSA_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_256_CBC_SHA");

  private static final Map<String, List<String>> CIPHERS_OF =
      Map.of("BALANCED", USUAL, "HIGH_SECURITY", STRONG, "HIGH_COMPATIBILITY", OLD);
  private static final Map<String, List<String>> PROTOCOLS_OF =
      Map.of(
          "BALANCED", List.of("TLS_V1_1", "TLS_V1_2"),
          "HIGH_SECURITY", List.of("TLS_V1_2"),
          "HIGH_COMPATIBILITY", List.of("TLS_V1", "TLS_V1_1", "TLS_V1_2"));

  @Override
  public Set<String> kinds() {
    return Set.of("LBClientSslProfile", "LBServerSslProfile");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    String label = document.path(LABEL).asString("");
    fill(document, CIPHERS, CIPHERS_OF.getOrDefault(label, List.of()));
    fill(document, PROTOCOLS, PROTOCOLS_OF.getOrDefault(label, List.of()));
    List<String> protocols = Fields.texts(document, PROTOCOLS);
    List<String> ciphers = Fields.texts(document, CIPHERS);
    document.put("is_secure", protocols.stream().noneMatch(name -> name.startsWith("SSL")));
    document.put(
        "is_fips",
        protocols.stream().noneMatch(name -> name.startsWith("SSL") || name.equals("TLS_V1"))
            && ciphers.stream().noneMatch(name -> name.contains("3DES")));
  }

  private static void fill(ObjectNode document, String field, List<String> values) {
    if (!Fields.isSet(document, field) && !values.isEmpty()) {
      ArrayNode list = document.putArray(field);
      values.forEach(list::add);
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (!Fields.is(document, LABEL, "CUSTOM")) {
      return;
    }
    for (String field : List.of(CIPHERS, PROTOCOLS)) {
      if (!Fields.isSet(document, field)) {
        problems.accept(Problem.missing("/" + field, "A group of your own names its " + field));
      }
    }
  }
}
