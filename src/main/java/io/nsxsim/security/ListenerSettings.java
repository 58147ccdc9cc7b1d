package io.nsxsim.security;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server listens.
 *
 * @param address address that both ports are bound to; 0.0.0.0 for all
 */
@ConfigurationProperties("nsxsim")
record ListenerSettings(
    @DefaultValue("127.0.0.1") InetAddress address,
    @DefaultValue Https https,
    @DefaultValue Http http) {

  ListenerSettings {
    if (https.port() < 0 && http.port() < 0) {
      throw new IllegalArgumentException("HTTPS and HTTP are both switched off");
    }
  }

  /**
   * The port with TLS.
   *
   * @param port port for HTTPS; 0 picks a free one, -1 switches it off
   * @param keyStore PKCS#12 file with password nsxsim that holds the certificate and its key; made
   *     if it does not exist. Empty: in the data directory, or in memory and new at every start
   */
  record Https(@DefaultValue("8443") int port, @DefaultValue("") String keyStore) {}

  /**
   * The port without TLS.
   *
   * @param port port for HTTP; 0 picks a free one, -1 switches it off
   */
  record Http(@DefaultValue("8080") int port) {}
}
