package io.nsxsim.security;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Lets every client certificate through the TLS handshake, which proves that the client has its
 * key. Whose certificate it is, {@link PrincipalIdentities} finds out: that of no identity logs
 * nobody in. Public for Tomcat, which makes it by its name.
 */
public final class ClientCertificates implements X509TrustManager {

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    // every certificate may come along
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("This server is no client");
  }

  /** No authorities, so that clients offer any certificate. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
