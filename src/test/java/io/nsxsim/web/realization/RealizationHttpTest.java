package io.nsxsim.web.realization;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Realization over HTTP, with a clock that a test moves; JSON is written with single quotes. */
@Import(RealizationHttpTest.MovedClock.class)
abstract class RealizationHttpTest extends TreeTest {

  static final String POLICY = "/policy/api/v1";

  private static final AtomicReference<Duration> MOVED = new AtomicReference<>(Duration.ZERO);

  @Autowired private ApplicationContext context;

  @TestConfiguration(proxyBeanMethods = false)
  static class MovedClock {
    @Bean
    @Primary
    Clock movedClock() {
      Instant start = Instant.parse("2026-01-01T00:00:00Z");
      InstantSource source = () -> start.plus(MOVED.get());
      return source.withZone(ZoneOffset.UTC);
    }
  }

  /** Lets time pass. */
  static void pass(Duration time) {
    MOVED.updateAndGet(moved -> moved.plus(time));
  }

  @AfterEach
  void noFaults() {
    admin().delete("/nsxsim/api/v1/faults").then().statusCode(200);
  }

  RequestSpecification admin() {
    return RunningServer.in(context).plainAdmin().contentType(ContentType.JSON);
  }

  ValidatableResponse get(String path) {
    return admin().get(POLICY + path).then();
  }

  void patched(String path, String body) {
    admin().body(quoted(body)).patch(POLICY + path).then().statusCode(200);
  }

  ValidatableResponse entities(String intentPath) {
    return get("/infra/realized-state/realized-entities?intent_path=" + intentPath);
  }

  ValidatableResponse status(String intentPath) {
    return get("/infra/realized-state/status?intent_path=" + intentPath);
  }

  ValidatableResponse fault(String body) {
    return admin().body(quoted(body)).post("/nsxsim/api/v1/faults").then();
  }

  static String quoted(String body) {
    return body.replace('\'', '"');
  }
}
