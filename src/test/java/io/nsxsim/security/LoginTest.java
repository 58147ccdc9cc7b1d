package io.nsxsim.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = DEFINED_PORT)
class LoginTest {

  private static final String GUARDED = "/api/v1/node/version";
  private static final String FORM = "j_username=admin&j_password=nsxsim";

  @Autowired private ApplicationContext context;
  private RunningServer server;

  @BeforeEach
  void findServer() {
    server = RunningServer.in(context);
  }

  @Test
  void both_ports_take_a_basic_header() {
    server.admin().get(GUARDED).then().statusCode(200);
    server.plainAdmin().get(GUARDED).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "basic", "BASIC", "Remote"})
  void every_spelling_of_the_scheme_is_taken(String scheme) {
    server
        .stranger()
        .header("Authorization", scheme + " " + pair("admin", "nsxsim"))
        .get(GUARDED)
        .then()
        .statusCode(200);
  }

  @Test
  void nobody_comes_in_without_a_login() {
    refused(server.stranger().get(GUARDED), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "Basic !", "Basic", "Bearer x", "x"})
  void a_header_that_makes_no_sense_is_refused(String header) {
    refused(server.stranger().header("Authorization", header).get(GUARDED), 403);
  }

  @Test
  void wrong_credentials_are_refused() {
    refused(basic("admin", "wrong").get(GUARDED), 403);
    refused(basic("root", "nsxsim").get(GUARDED), 403);
  }

  @Test
  void a_session_comes_in_with_its_token() {
    Response login = logIn(FORM);
    assertThat(login.header("Set-Cookie")).matches("JSESSIONID=[^;]+; Path=/; Secure; HttpOnly");
    withSession(login).get(GUARDED).then().statusCode(200);
  }

  @Test
  void a_session_over_plain_http_is_not_marked_secure() {
    String cookie = server.plainAdmin().body(FORM).post("/api/session/create").header("Set-Cookie");
    assertThat(cookie).matches("JSESSIONID=[^;]+; Path=/; HttpOnly");
  }

  @Test
  void a_session_without_its_token_is_refused() {
    Response login = logIn(FORM);
    refused(server.stranger().cookie("JSESSIONID", login.cookie("JSESSIONID")).get(GUARDED), 98);
  }

  @Test
  void a_session_with_another_token_is_refused() {
    String session = logIn(FORM).cookie("JSESSIONID");
    String token = logIn(FORM).header("X-XSRF-TOKEN");
    refused(
        server.stranger().cookie("JSESSIONID", session).header("X-XSRF-TOKEN", token).get(GUARDED),
        98);
  }

  @Test
  void a_basic_header_is_enough_beside_any_cookie() {
    server.admin().cookie("JSESSIONID", "unknown").get(GUARDED).then().statusCode(200);
    String session = logIn(FORM).cookie("JSESSIONID");
    server.admin().cookie("JSESSIONID", session).get(GUARDED).then().statusCode(200);
  }

  @Test
  void a_login_looks_at_the_form_and_not_at_the_header() {
    basic("admin%21", "nsxsim%21").body(FORM).post("/api/session/create").then().statusCode(200);
    refused(server.admin().body("j_username=admin&j_password=x").post("/api/session/create"), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "j_username=admin", "{}", "j_username=admin&j_password=", "%zz"})
  void a_form_without_the_right_password_is_refused(String form) {
    refused(logIn(form), 403);
  }

  @Test
  void a_destroyed_session_is_over() {
    Response login = logIn(FORM);
    withSession(login).post("/api/session/destroy").then().statusCode(200);
    refused(withSession(login).get(GUARDED), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/swagger-ui/index.html",
        "/v3/api-docs/nsxsim",
        "/api/v1/reverse-proxy/node/health"
      })
  void documents_and_health_are_open(String path) {
    server.stranger().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/swagger-ui/../api/v1/node",
        "/swagger-ui/..;/api/v1/node",
        "/swagger-ui/%2e%2e/api/v1/node",
        "/openapi/..%2fapi/v1/node",
        "//api/v1/node",
        "/api/v1/node;/swagger-ui/",
        "/api/v1/./reverse-proxy/node/../../node"
      })
  void no_detour_leads_past_the_login(String path) {
    assertThat(server.stranger().get(path).statusCode()).isBetween(400, 404);
  }

  private Response logIn(String form) {
    return server
        .stranger()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post("/api/session/create");
  }

  private RequestSpecification withSession(Response login) {
    return server
        .stranger()
        .cookie("JSESSIONID", login.cookie("JSESSIONID"))
        .header("X-XSRF-TOKEN", login.header("X-XSRF-TOKEN"));
  }

  private RequestSpecification basic(String name, String password) {
    return server.stranger().header("Authorization", "Basic " + pair(name, password));
  }

  private static String pair(String name, String password) {
    return Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }

  private static ValidatableResponse refused(Response answer, int code) {
    return answer
        .then()
        .statusCode(403)
        .contentType("application/json")
        .body("httpStatus", equalTo("FORBIDDEN"))
        .body("error_code", equalTo(code));
  }
}
