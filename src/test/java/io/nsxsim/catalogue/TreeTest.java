package io.nsxsim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.ListQuery;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree with little more in it than a site, {@code rules/base.json}, and short words for what a
 * client does to it. Paths start below {@code /infra}; JSON is written with single quotes.
 */
@SpringBootTest(webEnvironment = DEFINED_PORT, properties = "nsxsim.scenario=none")
public abstract class TreeTest {

  /** The only edge cluster. */
  protected static final String EDGES =
      "/infra/sites/default/enforcement-points/default/edge-clusters/edges";

  /** Where the transport zones are. */
  protected static final String ZONES =
      "/infra/sites/default/enforcement-points/default/transport-zones/";

  private static final Author CLIENT = Author.client("admin");

  @Autowired private PolicyEngine engine;

  @BeforeEach
  void startAnew() throws IOException {
    engine.clear();
    try (InputStream base = TreeTest.class.getResourceAsStream("/rules/base.json")) {
      ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(base);
      engine.install(new PolicyPath("/infra"), body, Author.SYSTEM);
    }
  }

  /** Makes what a manager holds by itself below an object. */
  protected void install(String path, String body) {
    engine.install(path(path), json(body), Author.SYSTEM);
  }

  /** Creates or changes an object. */
  protected void patch(String path, String body) {
    engine.patch(path(path), json(body), Optional.of(false), false, CLIENT);
  }

  /** Creates or replaces an object. */
  protected void put(String path, String body) {
    engine.put(path(path), json(body), CLIENT);
  }

  /** Sends a hierarchical body. */
  protected void patchTree(String children) {
    patch("", "{'resource_type': 'Infra', 'children': [" + children + "]}");
  }

  /** Deletes an object. */
  protected void delete(String path) {
    engine.delete(path(path), CLIENT);
  }

  /** Deletes an object with everything below it. */
  protected void deleteAll(String path) {
    engine.delete(path(path), new PolicyEngine.Deletion(true, false, false), CLIENT);
  }

  /** An object, or the page of a collection. */
  protected JsonNode read(String path) {
    return JsonMapper.shared().readTree(engine.get(path(path), ListQuery.ALL));
  }

  /** Asserts that a change is refused for a reason at a field. */
  protected void refuses(Reason reason, String field, ThrowingCallable change) {
    Refusal refusal = catchThrowableOfType(Refusal.class, change);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.problems())
        .as("problems " + refusal.problems())
        .anySatisfy(problem -> {
          assertThat(problem.reason()).isEqualTo(reason);
          assertThat(problem.field()).isEqualTo(field);
        });
  }

  /** Asserts that a body contradicts itself or what is around it. */
  protected void conflicts(String field, String path, String body) {
    refuses(Reason.CONFLICTING_VALUES, field, () -> patch(path, body));
  }

  /** Asserts that a body lacks a field. */
  protected void misses(String field, String path, String body) {
    refuses(Reason.MISSING_FIELD, field, () -> patch(path, body));
  }

  /** Asserts that a value is refused by itself. */
  protected void isInvalid(String field, String path, String body) {
    refuses(Reason.INVALID_VALUE, field, () -> patch(path, body));
  }

  /** Asserts what is read, beside other fields, after a body has been sent. */
  protected void fills(String path, String body, String expected) {
    patch(path, body);
    shows(path, expected);
  }

  /** Asserts what is read, beside other fields. */
  protected void shows(String path, String expected) {
    contains(read(path), json(expected), path);
  }

  private static void contains(JsonNode actual, JsonNode expected, String at) {
    if (expected.isObject()) {
      expected.forEachEntry((name, value) -> contains(actual.path(name), value, at + "/" + name));
    } else {
      assertThat(actual).as(at).isEqualTo(expected);
    }
  }

  /** Asserts that a path leads nowhere or to another kind. */
  protected void leadsAstray(String field, String path, String body) {
    refuses(Reason.INVALID_PATH, field, () -> patch(path, body));
  }

  /** Asserts that an object stays because another mentions it. */
  protected void isInUse(String path) {
    refuses(Reason.IN_USE, "", () -> delete(path));
  }

  private static PolicyPath path(String path) {
    return new PolicyPath(
        path.startsWith("/") ? path : path.isEmpty() ? "/infra" : "/infra/" + path);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
