package io.nsxsim;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Where a server that a test has started listens, and requests to it. */
public record RunningServer(int https, int http) {

  /** The ports of the server in a test's context. */
  public static RunningServer in(ApplicationContext context) {
    return new RunningServer(port(context, "https"), port(context, "http"));
  }

  /** A request over HTTPS that carries no login and is not escaped any further. */
  public RequestSpecification stranger() {
    return to("https://127.0.0.1:" + https);
  }

  /** A request over HTTPS by admin. */
  public RequestSpecification admin() {
    return stranger().auth().preemptive().basic("admin", "nsxsim");
  }

  /** A request over plain HTTP by admin. */
  public RequestSpecification plainAdmin() {
    return to("http://127.0.0.1:" + http).auth().preemptive().basic("admin", "nsxsim");
  }

  private static RequestSpecification to(String base) {
    return RestAssured.given()
        .spec(
            new RequestSpecBuilder()
                .setBaseUri(base)
                .setRelaxedHTTPSValidation()
                .setUrlEncodingEnabled(false)
                .build());
  }

  private static int port(ApplicationContext context, String scheme) {
    if (context instanceof WebServerApplicationContext web
        && web.getWebServer() instanceof TomcatWebServer server) {
      return Arrays.stream(server.getTomcat().getService().findConnectors())
          .filter(connector -> connector.getScheme().equals(scheme))
          .mapToInt(Connector::getLocalPort)
          .findFirst()
          .orElse(-1);
    }
    throw new IllegalStateException("No server is running");
  }
}
