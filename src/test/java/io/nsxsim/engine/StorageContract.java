package io.nsxsim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nsxsim.NsxSimulator;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What any database must do for the tree; each one's test says where it is. */
abstract class StorageContract {

  private static final Author ADMIN = Author.client("admin");
  private static final PolicyPath GROUP = new PolicyPath("/infra/domains/default/groups/g_1");

  private ConfigurableApplicationContext server;

  /** The settings that lead to an empty database. */
  abstract String[] database();

  @BeforeEach
  void start() {
    server =
        new SpringApplicationBuilder(NsxSimulator.class)
            .properties("nsxsim.https.port=0", "nsxsim.http.port=0", "nsxsim.scenario=none")
            .run(database());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PolicyEngine engine() {
    return server.getBean(PolicyEngine.class);
  }

  private JsonNode get(PolicyPath path) {
    return JsonMapper.shared().readTree(new String(engine().get(path, ListQuery.ALL), UTF_8));
  }

  private void patch(PolicyPath path, String body) {
    engine()
        .patch(
            path,
            (ObjectNode) JsonMapper.shared().readTree(body),
            Optional.of(false),
            false,
            ADMIN);
  }

  @Test
  void a_restart_keeps_everything() {
    patch(
        GROUP, "{'display_name': 'web', 'tags': [{'scope': 'a', 'tag': 'b'}]}".replace('\'', '"'));
    JsonNode before = get(GROUP);
    server.close();
    start();
    assertThat(get(GROUP)).isEqualTo(before);
  }

  @Test
  void a_large_document_is_stored_whole() {
    String description = "x".repeat(1000);
    StringBuilder addresses = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      addresses
          .append(i == 0 ? "" : ",")
          .append("\"10.%d.%d.%d\"".formatted(i >> 16, i >> 8 & 255, i & 255));
    }
    patch(
        GROUP,
        "{\"description\":\"%s\",\"expression\":[{\"resource_type\":\"IPAddressExpression\",\"ip_addresses\":[%s]}]}"
            .formatted(description, addresses));
    assertThat(get(GROUP).at("/expression/0/ip_addresses")).hasSize(100_000);
  }

  @Test
  void a_name_with_a_wildcard_is_no_pattern() {
    PolicyPath other = new PolicyPath("/infra/domains/default/groups/gx1");
    patch(GROUP, "{}");
    patch(other, "{}");
    engine().delete(GROUP, ADMIN);
    assertThat(get(other).path("id").stringValue()).isEqualTo("gx1");
    assertThatThrownBy(() -> get(GROUP)).isInstanceOf(Refusal.class);
  }

  @Test
  void the_read_side_sees_each_change_and_a_newer_version() {
    Tree tree = server.getBean(Tree.class);
    long version = tree.version();
    int groups = tree.documents(Set.of("Group")).size();
    patch(GROUP, "{}");
    assertThat(tree.documents(Set.of("Group"))).hasSize(groups + 1);
    assertThat(tree.version()).isGreaterThan(version);
  }

  @Test
  void firewall_rules_get_numbers_of_their_own() {
    PolicyPath policy = new PolicyPath("/infra/domains/default/security-policies/p");
    patch(
        policy,
        "{\"category\":\"Application\",\"rules\":[{\"id\":\"a\",\"action\":\"DROP\",\"sequence_number\":2},{\"id\":\"b\",\"action\":\"ALLOW\",\"sequence_number\":1}]}");
    JsonNode rules = get(policy).path("rules");
    assertThat(rules.findValuesAsString("id")).containsExactly("b", "a");
  }
}
