package io.nsxsim.catalogue.trust;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import tools.jackson.databind.node.ObjectNode;

/** What NSX tells of a certificate; times are in milliseconds since 1970. */
final class CertificateDetails {

  private CertificateDetails() {}

  static void describe(X509Certificate certificate, ObjectNode into) {
    into.put("subject", certificate.getSubjectX500Principal().getName(X500Principal.RFC1779));
    into.put("issuer", certificate.getIssuerX500Principal().getName(X500Principal.RFC1779));
    into.put("subject_cn", commonName(certificate.getSubjectX500Principal()));
    into.put("issuer_cn", commonName(certificate.getIssuerX500Principal()));
    into.put("not_before", certificate.getNotBefore().getTime());
    into.put("not_after", certificate.getNotAfter().getTime());
    into.put("version", String.valueOf(certificate.getVersion()));
    into.put("serial_number", certificate.getSerialNumber().toString(16));
    into.put("signature_algorithm", certificate.getSigAlgName());
    into.put("signature", HexFormat.of().formatHex(certificate.getSignature()));
    into.put("is_ca", certificate.getBasicConstraints() >= 0);
    into.put("is_valid", isValid(certificate));
    into.put("sha_256_thumbprint", thumbprint(certificate));
    into.put("public_key_algo", certificate.getPublicKey().getAlgorithm());
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      into.put("public_key_length", rsa.getModulus().bitLength());
      into.put("rsa_public_key_modulus", hex(rsa.getModulus()));
      into.put("rsa_public_key_exponent", hex(rsa.getPublicExponent()));
    } else if (certificate.getPublicKey() instanceof ECPublicKey curve) {
      into.put("public_key_length", curve.getParams().getCurve().getField().getFieldSize());
    }
  }

  private static String hex(BigInteger number) {
    return number.toString(16);
  }

  private static boolean isValid(X509Certificate certificate) {
    Date now = new Date();
    return !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
  }

  private static String commonName(X500Principal name) {
    return Arrays.stream(name.getName(X500Principal.RFC1779).split(", "))
        .filter(part -> part.startsWith("CN="))
        .map(part -> part.substring(3))
        .findFirst()
        .orElse("");
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
