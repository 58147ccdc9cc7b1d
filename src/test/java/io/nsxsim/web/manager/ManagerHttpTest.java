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
public abstract class ManagerHttpTest {

  protected static final String MANAGER = "/api/v1";
  protected static final String POLICY = "/policy/api/v1";
  protected static final String FABRIC = POLICY + "/infra/sites/default/enforcement-points/default";

  @Autowired private ApplicationContext context;

  /** Other tests with the same server may have emptied it. */
  @BeforeEach
  void startAsFreshManager() {
    if (get(POLICY + "/aaa/roles/auditor").extract().statusCode() == 404) {
      admin().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    }
  }

  protected RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  protected ValidatableResponse get(String address) {
    return admin().get(address).then();
  }

  protected ValidatableResponse post(String address, String body) {
    return admin().body(body.replace('\'', '"')).post(address).then();
  }

  protected ValidatableResponse put(String address, String body) {
    return admin().body(body.replace('\'', '"')).put(address).then();
  }

  protected ValidatableResponse delete(String address) {
    return admin().delete(address).then();
  }

  /** Creates and answers the id. */
  protected String created(String address, String body) {
    return post(address, body).statusCode(201).extract().path("id");
  }

  protected static void isRefused(ValidatableResponse answer, int status, int code) {
    answer.statusCode(status).contentType(ContentType.JSON).body("error_code", equalTo(code));
  }
}
