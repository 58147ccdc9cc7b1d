package io.nsxsim.catalogue.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads PEM texts; what cannot be read is empty. */
final class Pem {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private Pem() {}

  /** The certificates of a chain, the leaf first; none if the text holds anything else. */
  static List<X509Certificate> certificates(String text) {
    if (!text.contains(BEGIN)) {
      return List.of();
    }
    try {
      return factory().generateCertificates(stream(text)).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException notOne) {
      return List.of();
    }
  }

  /** A revocation list. */
  static Optional<X509CRL> revocationList(String text) {
    try {
      return Optional.ofNullable((X509CRL) factory().generateCRL(stream(text)));
    } catch (CertificateException | CRLException notOne) {
      return Optional.empty();
    }
  }

  private static CertificateFactory factory() throws CertificateException {
    return CertificateFactory.getInstance("X.509");
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.strip().getBytes(UTF_8));
  }

  /** What a text holds of a private key. */
  enum Key {
    NONE,
    /** It cannot be told whose it is without its passphrase, or at all. */
    UNKNOWN_OWNER,
    FITS,
    DOES_NOT_FIT
  }

  /** Tells whether a text is a private key, and whether it belongs to a certificate. */
  static Key privateKey(String text, X509Certificate certificate) {
    try (PEMParser parser = new PEMParser(new StringReader(text.strip()))) {
      return Stream.iterate(next(parser), Optional::isPresent, found -> next(parser))
          .flatMap(Optional::stream)
          .map(part -> keyOf(part, certificate))
          .filter(key -> key != Key.NONE)
          .findFirst()
          .orElse(Key.NONE);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Key.NONE;
    }
  }

  private static Optional<Object> next(PEMParser parser) {
    try {
      return Optional.ofNullable(parser.readObject());
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Key keyOf(Object part, X509Certificate certificate) {
    return switch (part) {
      case PEMKeyPair pair -> compare(pair, certificate);
      case PrivateKeyInfo alone -> compare(alone, certificate);
      case PEMEncryptedKeyPair ignored -> Key.UNKNOWN_OWNER;
      case PKCS8EncryptedPrivateKeyInfo ignored -> Key.UNKNOWN_OWNER;
      default -> Key.NONE;
    };
  }

  /** A key without its public half can be compared by the modulus that both halves of RSA share. */
  private static Key compare(PrivateKeyInfo alone, X509Certificate certificate) {
    try {
      if (new JcaPEMKeyConverter().getPrivateKey(alone) instanceof RSAPrivateKey key
          && certificate.getPublicKey() instanceof RSAPublicKey expected) {
        return key.getModulus().equals(expected.getModulus()) ? Key.FITS : Key.DOES_NOT_FIT;
      }
      return Key.UNKNOWN_OWNER;
    } catch (PEMException unusual) {
      return Key.UNKNOWN_OWNER;
    }
  }

  private static Key compare(PEMKeyPair pair, X509Certificate certificate) {
    if (pair.getPublicKeyInfo() == null) {
      return Key.UNKNOWN_OWNER;
    }
    try {
      PublicKey key = new JcaPEMKeyConverter().getPublicKey(pair.getPublicKeyInfo());
      return key.equals(certificate.getPublicKey()) ? Key.FITS : Key.DOES_NOT_FIT;
    } catch (PEMException unusual) {
      return Key.UNKNOWN_OWNER;
    }
  }
}
