package io.nsxsim.realization;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.catalogue.Contract;
import io.nsxsim.catalogue.TreeTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every answer of every view is one that the contract allows, whatever became of the object. */
class FormsTest extends TreeTest {

  private static final JsonNode INDEX =
      JsonMapper.shared().readTree(FormsTest.class.getResourceAsStream("/contract/views.json"));

  private static final String OBJECT =
      """
      {"id": "a", "path": "/infra/tier-0s/a", "display_name": "a", "unique_id": "u",
       "realization_id": "u", "rule_id": 7, "ip_address": "192.0.2.1", "port": "80",
       "neighbor_address": "192.0.2.2", "remote_as_num": "65001", "hold_down_time": 180,
       "keep_alive_time": 60, "size": "SMALL"}
      """;

  @Autowired private Contract contract;

  static List<String> answers() {
    return INDEX.path("answers").propertyStream().map(Map.Entry::getKey).toList();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_what_the_contract_describes(String name) {
    Form form = new Form(INDEX.path("answers").path(name));
    for (Health health :
        List.of(Health.REALIZED, Health.IN_PROGRESS, Health.failed("Something is wrong."))) {
      ObjectNode full = form.fill(item(OBJECT, health), (words, item) -> List.of(item, item));
      ObjectNode bare = form.fill(item("{}", health), (words, item) -> List.of());
      assertThat(contract.problems(name.split(" ")[0], full)).as("%s", full).isEmpty();
      assertThat(contract.problems(name.split(" ")[0], bare)).as("%s", bare).isEmpty();
      assertThat(full.toString()).doesNotContain("${", "$each", "$of", "$answer");
    }
  }

  @Test
  void most_views_of_the_contract_have_an_answer() {
    assertThat(INDEX.path("views").size()).isGreaterThan(280);
    assertThat(INDEX.path("views").valueStream().map(view -> view.path("answer").stringValue()))
        .isSubsetOf(answers());
  }

  @Test
  void no_two_views_have_one_template() {
    Map<String, Integer> seen = new TreeMap<>();
    INDEX.path("views").forEach(v -> seen.merge(v.path("template").stringValue(), 1, Integer::sum));
    assertThat(seen.values()).containsOnly(1);
  }

  private static Item item(String document, Health health) {
    Map<String, JsonNode> facts =
        Map.of(
            "now", JsonMapper.shared().readTree("1"),
            "ha_status", Item.string("ACTIVE"),
            "rule_number", Item.string("7"),
            "transport_node_id", Item.string("u"),
            "edge_path", Item.string("/infra/e"));
    return new Item(JsonMapper.shared().readTree(document), health, facts);
  }
}
