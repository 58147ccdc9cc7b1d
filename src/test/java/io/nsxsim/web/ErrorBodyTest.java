package io.nsxsim.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.nsxsim.error.Reason;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.max-body=100KB")
@Import(FailingController.class)
class ErrorBodyTest {

  @Autowired private ApplicationContext context;
  private RunningServer server;

  @BeforeEach
  void findServer() {
    server = RunningServer.in(context);
  }

  @Test
  void a_refusal_tells_its_first_problem_and_relates_the_others() {
    ValidatableResponse answer = server.admin().get("/failing/refused").then();
    refused(answer, Reason.INVALID_VALUE, "BAD_REQUEST");
    answer
        .body("module_name", equalTo("common-services"))
        .body("details", equalTo("/subnets/0/gateway_address"))
        .body("related_errors.size()", equalTo(1))
        .body("related_errors[0].details", equalTo("/display_name"))
        .body("related_errors[0].error_code", equalTo(Reason.MISSING_FIELD.code()));
  }

  @Test
  void a_refusal_is_json_whatever_the_client_would_rather_have() {
    refused(
        server.admin().accept("text/html").get("/failing/refused").then(),
        Reason.INVALID_VALUE,
        "BAD_REQUEST");
  }

  @Test
  void an_unknown_address_is_404() {
    ValidatableResponse answer = server.admin().get("/nowhere").then();
    refused(answer, Reason.NO_SUCH_RESOURCE, "NOT_FOUND");
    answer.body("$", not(hasKey("details"))).body("$", not(hasKey("related_errors")));
  }

  @Test
  void a_known_address_with_another_verb_is_405() {
    refused(
        server.admin().post("/failing/body").then(),
        Reason.METHOD_NOT_ALLOWED,
        "METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOO", "TRACE", "PROPFIND"})
  void a_verb_that_nobody_knows_is_405(String verb) {
    refused(
        server.admin().request(verb, "/failing/body").then(),
        Reason.METHOD_NOT_ALLOWED,
        "METHOD_NOT_ALLOWED");
  }

  @Test
  void a_parameter_of_the_wrong_type_is_400() {
    refused(
        server.admin().get("/failing/number?page=x").then(),
        Reason.INVALID_PARAMETER,
        "BAD_REQUEST");
  }

  @Test
  void a_missing_parameter_is_400() {
    refused(server.admin().get("/failing/number").then(), Reason.INVALID_PARAMETER, "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":}", "[1,", "nothing", "", "{\"a\":1}}", "\u0000"})
  void a_body_that_is_no_json_is_400(String body) {
    refused(put(body), Reason.MALFORMED_BODY, "BAD_REQUEST");
  }

  @Test
  void a_body_of_ten_thousand_levels_is_400() {
    refused(put("[".repeat(10_000) + "]".repeat(10_000)), Reason.MALFORMED_BODY, "BAD_REQUEST");
  }

  @Test
  void a_body_that_is_not_utf_8_is_400() {
    byte[] body = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
    refused(
        server.admin().contentType(ContentType.JSON).body(body).put("/failing/body").then(),
        Reason.MALFORMED_BODY,
        "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "*/*", "application/*"})
  void a_body_in_another_format_is_415(String type) {
    refused(
        server.admin().contentType(type).body("<a/>".getBytes(UTF_8)).put("/failing/body").then(),
        Reason.UNSUPPORTED_MEDIA_TYPE,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_body_over_the_limit_is_413() {
    refused(put("[" + " ".repeat(102_400) + "]"), Reason.TOO_LARGE, "CONTENT_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/failing/body", "/failing/bytes"})
  void a_body_of_unknown_length_over_the_limit_is_413(String path) {
    byte[] body = ("[" + " ".repeat(102_400) + "]").getBytes(UTF_8);
    refused(
        server
            .admin()
            .contentType(ContentType.JSON)
            .body(new ByteArrayInputStream(body))
            .put(path)
            .then(),
        Reason.TOO_LARGE,
        "CONTENT_TOO_LARGE");
  }

  @Test
  void get_and_delete_may_come_with_a_body() {
    server
        .admin()
        .contentType(ContentType.JSON)
        .body("{}")
        .get("/failing/body")
        .then()
        .statusCode(200);
    server
        .admin()
        .contentType(ContentType.JSON)
        .body("{}")
        .delete("/failing/body")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/failing/broken", "/failing/overflow"})
  void a_defect_is_500(String path) {
    refused(server.admin().get(path).then(), Reason.INTERNAL, "INTERNAL_SERVER_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a%zz", "/a%00", "/%2e%2e/%2e%2e/x", "/a?b=%zz|\u007f", "/a\\b"})
  void a_malformed_address_is_a_client_error_in_json(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error_code\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a HTTP/1.1\r\n\r\n",
        "GET /a HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a b\r\n\r\n",
        "PUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void a_malformed_request_never_gets_a_page(String request) throws IOException {
    assertThat(raw(request)).doesNotContainIgnoringCase("text/html").doesNotContain("<html");
  }

  @Test
  void a_header_that_is_too_long_never_gets_a_page() throws IOException {
    String answer = raw("GET /a HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
    assertThat(answer).doesNotContainIgnoringCase("text/html").doesNotContain("<html");
  }

  @Test
  void an_encoded_slash_reaches_the_api() {
    refused(server.admin().get("/failing%2Frefused").then(), Reason.NO_SUCH_RESOURCE, "NOT_FOUND");
  }

  private ValidatableResponse put(String body) {
    return server.admin().contentType(ContentType.JSON).body(body).put("/failing/body").then();
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.http())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void refused(ValidatableResponse answer, Reason reason, String status) {
    answer
        .statusCode(reason.status())
        .contentType("application/json")
        .body("httpStatus", equalTo(status))
        .body("error_code", equalTo(reason.code()));
  }
}
