package io.nsxsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Contract;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.catalogue.Shape;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for all kinds of the contract alike, on a fresh manager. */
@SpringBootTest(properties = "nsxsim.scenario=none")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryKindTest {

  @Autowired private PolicyEngine engine;
  @Autowired private Tree tree;
  @Autowired private Catalogue catalogue;
  @Autowired private Contract contract;
  @Autowired private Schemas shapes;

  private final CompiledSchemas schemas = new CompiledSchemas();
  private Neighbourhood neighbourhood;
  private Map<String, String> answers;
  private PolicyPath path = new PolicyPath("/none");

  @BeforeAll
  void prepare() {
    neighbourhood = new Neighbourhood(engine, tree, catalogue, schemas);
    answers = schemas.answers();
  }

  @AfterEach
  void leaveNothingBehind() {
    catalogue
        .kindOf(path)
        .filter(EveryKindTest::isDeletable)
        .flatMap(kind -> neighbourhood.read(path))
        .ifPresent(object -> engine.delete(path, Neighbourhood.CLIENT));
  }

  Stream<Named<Kind>> kinds() {
    return allKinds().map(kind -> Named.of(kind.template(), kind));
  }

  private Stream<Kind> allKinds() {
    return catalogue.kinds().stream()
        .filter(kind -> kind.writable() && kind.allows("get"))
        .sorted(Comparator.comparing(Kind::template));
  }

  private List<Kind> infra(Predicate<Kind> which) {
    return allKinds().filter(kind -> kind.template().startsWith("/infra")).filter(which).toList();
  }

  @Test
  void there_are_as_many_kinds_as_the_contract_has() {
    assertThat(infra(kind -> !kind.singleton())).hasSize(238);
    assertThat(infra(kind -> !kind.singleton() && kind.allows("delete"))).hasSize(234);
    assertThat(infra(Kind::singleton)).hasSize(46);
    assertThat(allKinds()).hasSize(459);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_written_is_read(Kind kind) {
    ObjectNode sent = create(kind);
    Shape shape = shapes.shape(kind.schema());
    Documents.dropSecrets(sent, shape);
    Documents.dropReadOnly(sent, shape);
    assertThat(Differences.between(sent, read())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void it_says_what_and_whose_it_is(Kind kind) {
    create(kind);
    JsonNode got = read();
    stamps(kind)
        .forEach((field, value) -> {
          if (has(kind, field)) {
            assertThat(got.path(field).asString("")).as(field).isEqualTo(value);
          }
        });
  }

  private Map<String, String> stamps(Kind kind) {
    String parent = catalogue.parentPath(kind, path).map(PolicyPath::value).orElse("/");
    return Map.of(
        "id",
        path.id(),
        "path",
        path.value(),
        "relative_path",
        path.id(),
        "parent_path",
        parent,
        "marked_for_delete",
        "false",
        "_last_modified_user",
        "admin");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_answered_is_valid(Kind kind) {
    String schema = answers.getOrDefault(kind.template(), kind.schema());
    assumeTrue(!schemas.schema(schema).at("/properties/results").isObject(), "GET is a view");
    create(kind);
    assertThat(contract.problems(schema, read())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void its_list_has_it(Kind kind) {
    assumeTrue(kind.listed());
    create(kind);
    assumeTrue(read().has("id"), "Known by another field, as users of the node are");
    PolicyPath collection =
        new PolicyPath(path.value().substring(0, path.value().lastIndexOf('/')));
    JsonNode list = neighbourhood.read(collection).orElseThrow();
    assertThat(list.path("results").findValuesAsString("id")).contains(path.id());
    assertThat(list.path("result_count").asInt()).isGreaterThan(0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_patch_replaces_what_it_leaves_out(Kind kind) {
    assumeTrue(kind.allows("patch") && has(kind, "description"));
    path = neighbourhood.place(kind);
    ObjectNode first = neighbourhood.body(kind).put("description", "to be left out");
    engine.patch(path, first, Optional.of(false), false, Neighbourhood.CLIENT);
    ObjectNode body = neighbourhood.body(kind).put("display_name", "all that is said");
    engine.patch(path, body, Optional.of(false), false, Neighbourhood.CLIENT);
    assertThat(read().has("description")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_put_with_a_stale_revision_is_refused(Kind kind) {
    assumeTrue(kind.allows("put") && has(kind, "_revision"));
    ObjectNode body = create(kind);
    long revision = read().path("_revision").asLong();
    engine.put(path, body.deepCopy().put("_revision", revision), Neighbourhood.CLIENT);
    assertThat(read().path("_revision").asLong()).isEqualTo(revision + 1);
    assertRefused(
        Reason.STALE_REVISION,
        () -> engine.put(path, body.put("_revision", revision), Neighbourhood.CLIENT));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_unknown_field_is_refused(Kind kind) {
    path = neighbourhood.place(kind);
    ObjectNode body = neighbourhood.body(kind).put("no_such_field", 1);
    assertRefused(Reason.UNKNOWN_FIELD, () -> neighbourhood.write(kind, path, body));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_wrong_type_is_refused(Kind kind) {
    assumeTrue(has(kind, "display_name"));
    path = neighbourhood.place(kind);
    ObjectNode body = neighbourhood.body(kind);
    body.putObject("display_name");
    assertRefused(Reason.INVALID_VALUE, () -> neighbourhood.write(kind, path, body));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_deleted_is_gone(Kind kind) {
    assumeTrue(isDeletable(kind));
    create(kind);
    engine.delete(path, Neighbourhood.CLIENT);
    assertRefused(Reason.NOT_FOUND, () -> engine.get(path, ListQuery.ALL));
  }

  private ObjectNode create(Kind kind) {
    path = neighbourhood.place(kind);
    ObjectNode body = neighbourhood.body(kind);
    neighbourhood.write(kind, path, body.deepCopy());
    return body;
  }

  private JsonNode read() {
    return neighbourhood.read(path).orElseThrow();
  }

  private boolean has(Kind kind, String field) {
    return schemas.schema(kind.schema()).at("/properties/" + field).isObject();
  }

  /** The system's own singletons come and go with their parents. */
  private static boolean isDeletable(Kind kind) {
    return kind.allows("delete") && !(kind.singleton() && !kind.companions().isEmpty());
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(call)
        .satisfies(refusal -> assertThat(refusal.problems().getFirst().reason()).isEqualTo(reason));
  }
}
