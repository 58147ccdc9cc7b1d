package io.nsxsim.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the end of the start where everything is. */
@Component
final class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final String password;
  private final String example;

  Welcome(
      @Value("${nsxsim.password:nsxsim}") String password,
      @Value("${nsxsim.example}") String example) {
    this.password = password;
    this.example = example;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() instanceof TomcatWebServer server) {
      greet(addresses(server));
    }
  }

  private void greet(List<String> addresses) {
    String first = addresses.getFirst();
    // A password of the user's own does not belong in a log.
    String login = password.equals("nsxsim") ? "admin:nsxsim" : "admin";
    String insecure = first.startsWith("https") ? "-k " : "";
    LOG.info("API         {}/policy/api/v1", String.join(" and ", addresses));
    LOG.info("Swagger UI  {}/swagger-ui/index.html", first);
    LOG.info("Try         curl {}-u {} '{}{}'", insecure, login, first, example);
  }

  /** The ports that are open, HTTPS first. */
  private static List<String> addresses(TomcatWebServer server) {
    return Arrays.stream(server.getTomcat().getService().findConnectors())
        .sorted(Comparator.comparing(Connector::getScheme).reversed())
        .map(Welcome::address)
        .toList();
  }

  private static String address(Connector connector) {
    String host = "127.0.0.1";
    if (connector.getProperty("address") instanceof InetAddress bound
        && !bound.isAnyLocalAddress()) {
      host = bound.getHostAddress();
    }
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return connector.getScheme() + "://" + bracketed + ":" + connector.getLocalPort();
  }
}
