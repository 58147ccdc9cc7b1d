package io.nsxsim.manager;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import tools.jackson.databind.JsonNode;

/** A new key with a subject; its texts are in PEM format. */
final class NewCertificate {

  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private final KeyPair keys;
  private final X500Name subject;
  private final boolean authority;

  private NewCertificate(KeyPair keys, X500Name subject, boolean authority) {
    this.keys = keys;
    this.subject = subject;
    this.authority = authority;
  }

  /** Makes a key as a signing request describes it; refuses sizes and names that cannot be. */
  static NewCertificate of(JsonNode description) {
    String algorithm = description.path("algorithm").asString("RSA");
    boolean curve = algorithm.equals("EC");
    int size = description.path("key_size").asInt(curve ? 256 : 2048);
    if (!(curve ? Set.of(256, 384, 521) : Set.of(2048, 3072, 4096)).contains(size)) {
      throw refusal("/key_size", "No key of " + algorithm + " has " + size + " bits.");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(curve ? "EC" : "RSA");
      generator.initialize(size);
      return new NewCertificate(
          generator.generateKeyPair(),
          name(description.path("subject")),
          description.path("is_ca").asBoolean(false));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static X500Name name(JsonNode subject) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    for (JsonNode attribute : subject.path("attributes")) {
      String key = attribute.path("key").asString("");
      try {
        name.addRDN(BCStyle.INSTANCE.attrNameToOID(key), attribute.path("value").asString(""));
      } catch (IllegalArgumentException unknown) {
        throw refusal("/subject/attributes", "A subject has no attribute " + key + ".");
      }
    }
    return name.build();
  }

  String request() {
    var request = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic());
    return pem(request.build(signer()));
  }

  String certificate(long days) {
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minus(CLOCK_DIFFERENCE)),
            Date.from(now.plus(Duration.ofDays(days))),
            subject,
            keys.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      return pem(builder.build(signer()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  String privateKey() {
    return pem(keys.getPrivate());
  }

  private ContentSigner signer() {
    boolean curve = keys.getPrivate().getAlgorithm().equals("EC");
    try {
      return new JcaContentSignerBuilder(curve ? "SHA256withECDSA" : "SHA256withRSA")
          .build(keys.getPrivate());
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static Refusal refusal(String field, String message) {
    return new Refusal(List.of(new Problem(Reason.INVALID_VALUE, field, message)));
  }
}
