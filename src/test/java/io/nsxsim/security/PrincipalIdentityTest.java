package io.nsxsim.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.RestAssured;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A client that logs in by a certificate and keeps what it makes to itself. */
@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.scenario=none")
class PrincipalIdentityTest {

  private static final String INFRA = "/policy/api/v1/infra";
  private static final String GROUP = "/policy/api/v1/infra/domains/default/groups/nodes";
  private static final String IDENTITIES = "/api/v1/trust-management/principal-identities";
  private static final KeyStore KEYS = ServerCertificate.inMemory(InetAddress.getLoopbackAddress());

  @Autowired private ApplicationContext context;

  @BeforeEach
  void forgetEverything() {
    admin().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
  }

  private RequestSpecification admin() {
    return RunningServer.in(context).admin();
  }

  private RequestSpecification patch(RequestSpecification client) {
    return client.contentType("application/json").body(Map.of("description", "changed"));
  }

  private RequestSpecification identity() throws Exception {
    SSLContext tls = SSLContext.getInstance("TLS");
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KEYS, ServerCertificate.PASSWORD.toCharArray());
    tls.init(keys.getKeyManagers(), new TrustManager[] {new AnyServer()}, new SecureRandom());
    var sockets = new SSLSocketFactory(tls, SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER);
    return RestAssured.given()
        .config(RestAssured.config().sslConfig(SSLConfig.sslConfig().sslSocketFactory(sockets)))
        .baseUri("https://127.0.0.1:" + RunningServer.in(context).https());
  }

  private void register(boolean isProtected) throws Exception {
    byte[] certificate = KEYS.getCertificate(KEYS.aliases().nextElement()).getEncoded();
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n";
    Map<String, Object> body =
        Map.of(
            "name",
            "ncp",
            "node_id",
            "n1",
            "role",
            "enterprise_admin",
            "is_protected",
            isProtected,
            "certificate_pem",
            pem);
    admin()
        .contentType("application/json")
        .body(body)
        .post(IDENTITIES + "/with-certificate")
        .then()
        .statusCode(201);
  }

  @Test
  void a_certificate_of_nobody_logs_nobody_in() throws Exception {
    identity().get(GROUP).then().statusCode(403);
  }

  @Test
  void what_an_identity_makes_is_its_own() throws Exception {
    register(true);
    patch(identity()).patch(GROUP).then().statusCode(200);
    admin()
        .get(GROUP)
        .then()
        .body("_create_user", equalTo("ncp"))
        .body("_protection", equalTo("REQUIRE_OVERRIDE"));
    patch(admin()).patch(GROUP).then().statusCode(400).body("error_code", equalTo(289));
    admin().delete(GROUP).then().statusCode(400).body("error_code", equalTo(289));
    patch(identity()).patch(GROUP).then().statusCode(200);
    identity().delete(GROUP).then().statusCode(200);
  }

  @Test
  void admin_overwrites_it_when_the_header_says_so() throws Exception {
    register(true);
    patch(identity()).patch(GROUP).then().statusCode(200);
    admin()
        .contentType("application/json")
        .header("X-Allow-Overwrite", "true")
        .body(Map.of("description", "of admin"))
        .patch(GROUP)
        .then()
        .statusCode(200);
    admin().get(GROUP).then().body("_protection", equalTo("REQUIRE_OVERRIDE"));
    admin().header("X-Allow-Overwrite", "true").delete(GROUP).then().statusCode(200);
  }

  @Test
  void its_members_are_changed_by_nobody_else() throws Exception {
    register(true);
    patch(identity()).patch(GROUP).then().statusCode(200);
    String addresses = GROUP + "/ip-address-expressions/a";
    Map<String, Object> body = Map.of("ip_addresses", List.of("10.0.0.1"));
    admin().contentType("application/json").body(body).patch(addresses).then().statusCode(400);
    identity().contentType("application/json").body(body).patch(addresses).then().statusCode(200);
    admin()
        .contentType("application/json")
        .body(body)
        .post(addresses + "?action=add")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(289));
    identity().delete(GROUP).then().statusCode(200);
  }

  @Test
  void it_does_not_go_with_what_is_above_it() throws Exception {
    register(true);
    String segment = INFRA + "/segments/s";
    patch(admin()).patch(segment).then().statusCode(200);
    patch(identity()).patch(segment + "/ports/p").then().statusCode(200);
    String body =
        "{\"resource_type\": \"Infra\", \"children\": [{\"resource_type\": \"ChildSegment\","
            + " \"marked_for_delete\": true, \"Segment\": {\"id\": \"s\","
            + " \"resource_type\": \"Segment\"}}]}";
    admin()
        .contentType("application/json")
        .body(body)
        .patch(INFRA)
        .then()
        .statusCode(400)
        .body("error_code", equalTo(289));
    admin()
        .contentType("application/json")
        .header("X-Allow-Overwrite", "true")
        .body(body)
        .patch(INFRA)
        .then()
        .statusCode(200);
    admin().get(segment).then().statusCode(404);
  }

  @Test
  void an_identity_that_protects_nothing_is_like_any_client() throws Exception {
    register(false);
    patch(identity()).patch(GROUP).then().statusCode(200);
    assertThat(admin().get(GROUP).path("_protection").toString()).isEqualTo("NOT_PROTECTED");
    admin().delete(GROUP).then().statusCode(200);
  }

  /** Trusts the certificate that the server has made for itself. */
  private static final class AnyServer implements X509TrustManager {
    @Override
    public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public java.security.cert.X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }
}
