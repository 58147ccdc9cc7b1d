package io.nsxsim.manager;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Certificates, signing requests and revocation lists: the same fields on both sides. */
abstract class TrustMirror implements Mirror {

  private final String name;
  private final String resourceType;
  private final List<String> fields;

  TrustMirror(String name, String resourceType, List<String> fields) {
    this.name = name;
    this.resourceType = resourceType;
    this.fields = List.copyOf(fields);
  }

  /** Certificates; made by import only. */
  @Component
  static final class Certificates extends TrustMirror {
    Certificates() {
      super(
          "certificates",
          "Certificate",
          List.of("pem_encoded", "details", "has_private_key", "purpose"));
    }

    @Override
    public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
      super.show(policy, view, objects);
      view.put("category", "POLICY_CERTIFICATE").putArray("used_by");
      JsonNode leaf = policy.path("details").path(0).path("sha_256_thumbprint");
      if (leaf.isString()) {
        view.set("leaf_certificate_sha_256_thumbprint", leaf);
      }
    }
  }

  /** Signing requests. */
  @Component
  static final class Requests extends TrustMirror {
    Requests() {
      super(
          "csrs",
          "Csr",
          List.of("subject", "algorithm", "key_size", "pem_encoded", "is_ca", "extensions"));
    }
  }

  /** Revocation lists. */
  @Component
  static final class RevocationLists extends TrustMirror {
    RevocationLists() {
      super("crls", "Crl", List.of("crl_type", "pem_encoded", "details", "one_crl"));
    }
  }

  @Override
  public boolean writable() {
    return false;
  }

  @Override
  public PolicyPath collection() {
    return new PolicyPath("/api/v1/trust-management/" + name);
  }

  @Override
  public List<PolicyPath> places() {
    return List.of(new PolicyPath("/infra/" + name));
  }

  @Override
  public void show(JsonNode policy, ObjectNode view, StoredObjects objects) {
    Twins.copy(policy, view, fields);
    view.put("resource_type", resourceType);
  }

  @Override
  public void write(JsonNode body, ObjectNode policy, StoredObjects objects) {
    Twins.copy(body, policy, fields);
  }
}
