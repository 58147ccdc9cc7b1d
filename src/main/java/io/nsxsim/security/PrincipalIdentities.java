package io.nsxsim.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Principal identities: clients that log in by a certificate instead of a password. What an
 * identity with {@code is_protected} makes is its own. Source: the API reference on {@code
 * PrincipalIdentity} and {@code _protection}.
 */
@Component
final class PrincipalIdentities {

  private static final String CHAIN = "jakarta.servlet.request.X509Certificate";
  private static final PolicyPath ALL =
      new PolicyPath("/api/v1/trust-management/principal-identities");
  private static final PolicyPath CERTIFICATES = new PolicyPath("/infra/certificates");

  private final StoredObjects stored;

  PrincipalIdentities(StoredObjects stored) {
    this.stored = stored;
  }

  /** The identity whose certificate came with a request, as the author of what it does. */
  Optional<Author> of(HttpServletRequest request) {
    if (!(request.getAttribute(CHAIN) instanceof X509Certificate[] chain) || chain.length == 0) {
      return Optional.empty();
    }
    return stored.in(ALL).stream()
        .filter(identity -> certificate(identity).filter(chain[0]::equals).isPresent())
        .map(PrincipalIdentities::author)
        .findFirst();
  }

  private static Author author(JsonNode identity) {
    Author author = Author.client(identity.path("name").asString(""));
    return identity.path("is_protected").asBoolean(true) ? author.protectingItsOwn() : author;
  }

  private Optional<X509Certificate> certificate(JsonNode identity) {
    return Optional.of(identity.path("certificate_id").asString(""))
        .filter(id -> PolicyPath.isPolicyPath(CERTIFICATES.value() + "/" + id))
        .flatMap(id -> stored.find(CERTIFICATES.child(id)))
        .flatMap(document -> read(document.path("pem_encoded").asString("")));
  }

  private static Optional<X509Certificate> read(String pem) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return Optional.of(
          (X509Certificate)
              factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8))));
    } catch (CertificateException unreadable) {
      return Optional.empty(); // such a certificate logs nobody in
    }
  }
}
