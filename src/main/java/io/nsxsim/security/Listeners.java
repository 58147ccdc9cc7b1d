package io.nsxsim.security;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The ports of the server: plain HTTP, and HTTPS with our own certificate. The first that is
 * switched on is Tomcat's main connector, the other an additional one with the same settings.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Listeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final ListenerSettings settings;

  Listeners(ListenerSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setAddress(settings.address());
    factory.addConnectorCustomizers(Listeners::passEncodedSlashes);
    boolean plain = settings.http().port() >= 0;
    boolean secure = settings.https().port() >= 0;
    factory.setPort(plain ? settings.http().port() : settings.https().port());
    if (plain && secure) {
      factory.addAdditionalConnectors(secureConnector(factory));
    } else if (secure) {
      factory.addConnectorCustomizers(this::secure);
    }
  }

  /** An id with a slash in it is for the controllers to refuse, not for Tomcat. */
  private static void passEncodedSlashes(Connector connector) {
    connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
  }

  private Connector secureConnector(TomcatServletWebServerFactory factory) {
    Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    connector.setPort(settings.https().port());
    connector.setThrowOnFailure(true);
    // As for the main connector, the port is opened when everything behind it is ready.
    connector.setProperty("bindOnInit", "false");
    if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
      protocol.setAddress(settings.address());
    }
    factory.getConnectorCustomizers().forEach(each -> each.customize(connector));
    factory.getProtocolHandlerCustomizers().forEach(each -> apply(each, connector));
    secure(connector);
    return connector;
  }

  @SuppressWarnings("unchecked")
  private static void apply(TomcatProtocolHandlerCustomizer<?> customizer, Connector connector) {
    ((TomcatProtocolHandlerCustomizer<ProtocolHandler>) customizer)
        .customize(connector.getProtocolHandler());
  }

  /** Makes the certificate while the rest starts, and hands it over when the port opens. */
  private void secure(Connector connector) {
    CompletableFuture<KeyStore> certificate = CompletableFuture.supplyAsync(this::certificate);
    connector.setScheme("https");
    connector.setSecure(true);
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
      protocol.setSSLEnabled(true);
    }
    LifecycleListener listener =
        event -> {
          if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
            connector.addSslHostConfig(hostConfig(certificate.join()));
          }
        };
    connector.addLifecycleListener(listener);
  }

  private KeyStore certificate() {
    String file = settings.https().keyStore();
    return file.isEmpty()
        ? ServerCertificate.inMemory(settings.address())
        : ServerCertificate.kept(Path.of(file), settings.address());
  }

  private static SSLHostConfig hostConfig(KeyStore store) {
    SSLHostConfig host = new SSLHostConfig();
    host.setCertificateVerification("optional");
    host.setTrustManagerClassName(ClientCertificates.class.getName());
    var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(store);
    certificate.setCertificateKeystorePassword(ServerCertificate.PASSWORD);
    host.addCertificate(certificate);
    return host;
  }
}
