package io.nsxsim.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

  @Test
  void a_certificate_is_for_this_machine() throws Exception {
    InetAddress address = InetAddress.getByName("192.0.2.7");
    KeyStore store = ServerCertificate.inMemory(address);
    X509Certificate certificate = (X509Certificate) store.getCertificate("nsxsim");

    certificate.checkValidity();
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.0.2.7");
  }

  @Test
  void a_kept_certificate_is_the_same_after_a_restart(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("new").resolve("certificate.p12");
    InetAddress address = InetAddress.getLoopbackAddress();
    KeyStore first = ServerCertificate.kept(file, address);
    KeyStore second = ServerCertificate.kept(file, address);

    assertThat(second.getCertificate("nsxsim")).isEqualTo(first.getCertificate("nsxsim"));
    assertThat(second.getKey("nsxsim", ServerCertificate.PASSWORD.toCharArray())).isNotNull();
  }
}
