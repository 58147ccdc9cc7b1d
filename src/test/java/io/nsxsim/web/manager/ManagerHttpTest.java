package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Requests outside of the policy tree; JSON is written with single quotes. */
@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.scenario=none")
abstract class ManagerHttpTest {

  static final String MANAGER = "/api/v1";
  static final String POLICY = "/policy/api/v1";
  static final String FABRIC = POLICY + "/infra/sites/default/enforcement-points/default";

  @Autowired private ApplicationContext context;

  /** Other tests with the same server may have emptied it. */
  @BeforeEach
  void startAsFreshManager() {
    if (get(POLICY + "/aaa/roles/auditor").extract().statusCode() == 404) {
      admin().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    }
  }

  /** Where plain HTTP is served. */
  int port() {
    return RunningServer.in(context).http();
  }

  RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  ValidatableResponse get(String address) {
    return admin().get(address).then();
  }

  ValidatableResponse post(String address, String body) {
    return admin().body(body.replace('\'', '"')).post(address).then();
  }

  ValidatableResponse put(String address, String body) {
    return admin().body(body.replace('\'', '"')).put(address).then();
  }

  ValidatableResponse delete(String address) {
    return admin().delete(address).then();
  }

  /** Creates and answers the id. */
  String created(String address, String body) {
    return post(address, body).statusCode(201).extract().path("id");
  }

  static void isRefused(ValidatableResponse answer, int status, int code) {
    answer.statusCode(status).contentType(ContentType.JSON).body("error_code", equalTo(code));
  }
}
