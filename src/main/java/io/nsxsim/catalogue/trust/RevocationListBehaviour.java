package io.nsxsim.catalogue.trust;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.security.cert.X509CRL;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Revocation lists: of type X509 in PEM format, of type OneCRL in JSON. */
@Component
final class RevocationListBehaviour implements Behaviour {

  private static final String PEM = "pem_encoded";

  @Override
  public Set<String> kinds() {
    return Set.of("TlsCrl");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    list(document)
        .ifPresent(list -> {
          ObjectNode details = document.putObject("details");
          details.put("issuer", list.getIssuerX500Principal().getName(X500Principal.RFC1779));
          details.put("version", String.valueOf(list.getVersion()));
          if (list.getNextUpdate() != null) {
            details.put("next_update", list.getNextUpdate().toInstant().toString());
          }
          ArrayNode entries = details.putArray("crl_entries");
          if (list.getRevokedCertificates() != null) {
            list.getRevokedCertificates()
                .forEach(entry ->
                    entries
                        .addObject()
                        .put("serial_number", entry.getSerialNumber().toString(16))
                        .put("revocation_date", entry.getRevocationDate().toInstant().toString()));
          }
        });
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (Fields.is(document, "crl_type", "OneCRL")) {
      if (!Fields.isSet(document, "one_crl")) {
        problems.accept(Problem.missing("/one_crl", "A OneCRL list needs its JSON text."));
      }
    } else if (list(document).isEmpty()) {
      problems.accept(Problem.invalid("/" + PEM, "This is no revocation list in PEM format."));
    }
  }

  private static Optional<X509CRL> list(JsonNode document) {
    return Fields.text(document, PEM).flatMap(Pem::revocationList);
  }
}
