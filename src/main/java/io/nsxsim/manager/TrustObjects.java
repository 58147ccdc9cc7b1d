package io.nsxsim.manager;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Certificates and what they are made of. All are objects of the policy tree. */
@Service
public class TrustObjects {

  private static final PolicyPath CERTIFICATES = new PolicyPath("/infra/certificates");
  private static final PolicyPath REQUESTS = new PolicyPath("/infra/csrs");
  private static final PolicyPath IDENTITIES =
      new PolicyPath("/api/v1/trust-management/principal-identities");
  private static final int LONGEST = 10_000;
  private static final int USUAL = 825;

  private final PolicyEngine engine;
  private final StoredObjects objects;

  TrustObjects(PolicyEngine engine, StoredObjects objects) {
    this.engine = engine;
    this.objects = objects;
  }

  /** Stores a certificate under a new id, which is answered; refuses what is none. */
  public String importCertificate(ObjectNode body, Author author) {
    return create(CERTIFICATES, body, author);
  }

  /** Stores a revocation list under a new id, which is answered; refuses what is none. */
  public String importRevocationList(ObjectNode body, Author author) {
    return create(new PolicyPath("/infra/crls"), body, author);
  }

  private String create(PolicyPath collection, ObjectNode body, Author author) {
    String id = UUID.randomUUID().toString();
    body.remove("id");
    put(collection.child(id), body, author);
    return id;
  }

  /** Stores a signing request made of a subject and a new key. */
  public void createRequest(String id, ObjectNode body, Author author) {
    if (objects.find(REQUESTS.child(id)).isPresent()) {
      throw new Refusal(Reason.INVALID_VALUE, "There is a request " + id + " already.");
    }
    requireSubject(body);
    body.put("pem_encoded", NewCertificate.of(body).request());
    put(REQUESTS.child(id), body, author);
  }

  /** Makes a certificate that signs itself of a description of its subject; answers its id. */
  public String selfSign(ObjectNode description, Author author) {
    requireSubject(description);
    JsonNode days = description.path("days_valid");
    return store(description, days.isMissingNode() ? USUAL : days.asLong(0), author);
  }

  /** The same for a stored request. */
  public String selfSign(String id, long days, Author author) {
    return store(request(id), days, author);
  }

  private String store(JsonNode description, long days, Author author) {
    if (days < 1 || days > LONGEST) {
      throw refusal("/days_valid", "A certificate is valid for 1 to " + LONGEST + " days.");
    }
    NewCertificate made = NewCertificate.of(description);
    ObjectNode body = JsonMapper.shared().createObjectNode();
    Twins.writeEnvelope(description, body);
    body.put("pem_encoded", made.certificate(days)).put("private_key", made.privateKey());
    return importCertificate(body, author);
  }

  /** Makes sure that there is a request; refuses an id that is not there. */
  public ObjectNode request(String id) {
    return Twins.find(List.of(REQUESTS), id, objects)
        .map(ObjectNode.class::cast)
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, "There is no signing request " + id + "."));
  }

  /** A certificate as the Policy API shows it. */
  public JsonNode certificate(String id) {
    return objects.find(CERTIFICATES.child(id)).orElseThrow();
  }

  /** Creates an identity together with its certificate, if one comes along; answers its text. */
  public byte[] createIdentity(ObjectNode body, Author author) {
    String pem = body.path("certificate_pem").asString("");
    body.remove("certificate_pem");
    PolicyPath place = IDENTITIES.child(UUID.randomUUID().toString());
    if (pem.isEmpty()) {
      return engine.create(place, body, author);
    }
    String id = UUID.randomUUID().toString();
    ObjectNode certificate = body.objectNode();
    certificate.put("display_name", body.path("name").asString(id)).put("pem_encoded", pem);
    body.put("certificate_id", id);
    engine.putTogether(
        List.of(
            new PolicyEngine.Put(CERTIFICATES.child(id), certificate, false),
            new PolicyEngine.Put(place, body, false)),
        author);
    return engine.get(place, io.nsxsim.engine.ListQuery.ALL);
  }

  private void put(PolicyPath path, ObjectNode body, Author author) {
    engine.putTogether(List.of(new PolicyEngine.Put(path, body, false)), author);
  }

  private static void requireSubject(JsonNode body) {
    if (body.at("/subject/attributes").isEmpty()) {
      throw refusal("/subject", "A certificate is about a subject with attributes such as CN.");
    }
  }

  private static Refusal refusal(String field, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_VALUE, field, message)));
  }
}
