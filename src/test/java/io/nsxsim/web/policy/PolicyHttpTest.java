package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The Policy API over HTTP; JSON is written with single quotes. */
abstract class PolicyHttpTest extends TreeTest {

  static final String INFRA = "/policy/api/v1/infra";

  @Autowired private ApplicationContext context;

  RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  ValidatableResponse get(String path) {
    return admin().get(INFRA + path).then();
  }

  ValidatableResponse patched(String path, String body) {
    return admin().body(body.replace('\'', '"')).patch(INFRA + path).then();
  }

  ValidatableResponse replaced(String path, String body) {
    return admin().body(body.replace('\'', '"')).put(INFRA + path).then();
  }

  ValidatableResponse deleted(String path) {
    return admin().delete(INFRA + path).then();
  }

  /** Sends children of the root in one body. */
  ValidatableResponse patchedTree(String children) {
    return patched("", "{'resource_type': 'Infra', 'children': [" + children + "]}");
  }

  /** A child in a hierarchical body. */
  static String child(String type, String fields) {
    return "{'resource_type': 'Child" + type + "', '" + type + "': {" + fields + "}}";
  }

  static void isRefused(ValidatableResponse answer, int status, int code, String field) {
    answer
        .statusCode(status)
        .contentType(ContentType.JSON)
        .body("error_code", equalTo(code))
        .body("details", field.isEmpty() ? equalTo(null) : equalTo(field));
  }
}
