package io.nsxsim.web.inventory;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A server on a port of its own, with an empty inventory before each test. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.open-in-view=false"})
abstract class HttpTest {

  static final String INVENTORY = "/nsxsim/api/v1/inventory";

  @LocalServerPort private int port;

  @BeforeEach
  void forgetEverything() {
    request().body("{}").put(INVENTORY).then().statusCode(200);
  }

  RequestSpecification request() {
    return given()
        .port(port)
        .auth()
        .preemptive()
        .basic("admin", "nsxsim")
        .contentType(ContentType.JSON);
  }

  /** A request with a JSON body written with single quotes. */
  RequestSpecification with(String body) {
    return request().body(body.replace('\'', '"'));
  }
}
