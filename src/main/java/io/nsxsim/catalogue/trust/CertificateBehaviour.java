package io.nsxsim.catalogue.trust;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Certificates with or without a private key. {@code details} tells what the PEM text holds, leaf
 * first.
 *
 * <p>Source: the API reference on {@code TlsCertificate}: the type is {@code CERTIFICATE_SIGNED} or
 * {@code CERTIFICATE_SELF_SIGNED} with a private key and {@code CERTIFICATE_CA} without.
 */
@Component
final class CertificateBehaviour implements Behaviour {

  private static final String PEM = "pem_encoded";
  private static final String KEY = "private_key";

  @Override
  public Set<String> kinds() {
    return Set.of("TlsTrustData");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    List<X509Certificate> chain = Pem.certificates(document.path(PEM).asString(""));
    if (chain.isEmpty()) {
      return;
    }
    ArrayNode details = document.putArray("details");
    chain.forEach(certificate -> CertificateDetails.describe(certificate, details.addObject()));
    boolean hasKey =
        Fields.isSet(document, KEY) || document.path("has_private_key").asBoolean(false);
    document.put("has_private_key", hasKey);
    document.put("category", "SERVICE_CERTIFICATE");
    document.put("tls_certificate_type", type(chain.getFirst(), hasKey));
  }

  private static String type(X509Certificate leaf, boolean hasKey) {
    if (!hasKey) {
      return "CERTIFICATE_CA";
    }
    boolean selfSigned = leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal());
    return selfSigned ? "CERTIFICATE_SELF_SIGNED" : "CERTIFICATE_SIGNED";
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<X509Certificate> chain = Pem.certificates(document.path(PEM).asString(""));
    if (chain.isEmpty()) {
      problems.accept(Problem.invalid("/" + PEM, "This is no certificate in PEM format."));
      return;
    }
    Fields.text(document, KEY)
        .map(text -> Pem.privateKey(text, chain.getFirst()))
        .ifPresent(key -> {
          switch (key) {
            case NONE ->
                problems.accept(
                    Problem.invalid("/" + KEY, "This is no private key in PEM format."));
            case DOES_NOT_FIT ->
                problems.accept(
                    Problem.conflict("/" + KEY, "The private key is not the certificate's."));
            case FITS, UNKNOWN_OWNER -> {}
          }
        });
  }
}
