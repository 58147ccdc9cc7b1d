package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies and rules are moved by {@code action=revise}. */
class ReviseTest extends PolicyHttpTest {

  private static final String POLICY = "/domains/default/security-policies/p";
  private static final String ANY =
      "'action': 'ALLOW', 'source_groups': ['ANY'], 'destination_groups': ['ANY'],"
          + " 'services': ['ANY']";

  @BeforeEach
  void three_rules() {
    patched(POLICY, "{'category': 'Application', 'sequence_number': 1}").statusCode(200);
    for (int i = 0; i < 3; i++) {
      patched(POLICY + "/rules/" + "abc".charAt(i), rule(i)).statusCode(200);
    }
  }

  private static String rule(int number) {
    return "{'sequence_number': " + number + ", " + ANY + "}";
  }

  private ValidatableResponse revised(String path, String query, String body) {
    return admin()
        .body(body.replace('\'', '"'))
        .post(INFRA + path + "?action=revise" + query)
        .then();
  }

  private void rulesAre(String... ids) {
    get(POLICY).body("rules.id", equalTo(List.of(ids)));
  }

  @Test
  void a_rule_goes_to_the_top_the_bottom_or_beside_another() {
    revised(POLICY + "/rules/c", "", rule(2)).statusCode(200).body("id", equalTo("c"));
    rulesAre("c", "a", "b");
    revised(POLICY + "/rules/c", "&operation=insert_bottom", rule(2)).statusCode(200);
    rulesAre("a", "b", "c");
    String anchor = "&anchor_path=/infra" + POLICY + "/rules/a";
    revised(POLICY + "/rules/c", "&operation=insert_before" + anchor, rule(2)).statusCode(200);
    rulesAre("c", "a", "b");
    revised(POLICY + "/rules/c", "&operation=insert_after" + anchor, rule(2)).statusCode(200);
    rulesAre("a", "c", "b");
  }

  @Test
  void the_body_changes_the_rule_too() {
    revised(POLICY + "/rules/c", "", rule(2).replace("ALLOW", "DROP"))
        .body("action", equalTo("DROP"))
        .body("_revision", equalTo(1));
  }

  @Test
  void a_policy_is_moved_within_its_category() {
    patched(
        "/domains/default/security-policies/q",
        "{'category': 'Application', 'sequence_number': 2}");
    patched(
        "/domains/default/security-policies/e",
        "{'category': 'Environment', 'sequence_number': 3}");
    revised(
            "/domains/default/security-policies/q",
            "&operation=insert_before&anchor_path=/infra" + POLICY,
            "{'category': 'Application'}")
        .statusCode(200);
    int moved = get("/domains/default/security-policies/q").extract().path("sequence_number");
    int other = get(POLICY).extract().path("sequence_number");
    org.assertj.core.api.Assertions.assertThat(moved).isLessThan(other);
    isRefused(
        revised(
            "/domains/default/security-policies/e",
            "&operation=insert_before&anchor_path=/infra" + POLICY,
            "{'category': 'Environment'}"),
        400,
        500012,
        "");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    isRefused(revised(POLICY + "/rules/none", "", rule(2)), 404, 600, "");
    isRefused(revised(POLICY + "/rules/c", "&operation=sideways", rule(2)), 400, 255, "");
    isRefused(revised(POLICY + "/rules/c", "&operation=insert_after", rule(2)), 400, 500012, "");
    isRefused(revised(POLICY + "/rules/c", "", "{'_revision': 7, " + ANY + "}"), 412, 604, "");
    patched("/tier-1s/web", "{}");
    isRefused(revised("/tier-1s/web", "", "{}"), 405, 405, "");
    isRefused(admin().body("{}").post(INFRA + POLICY + "?action=dance").then(), 405, 405, "");
  }
}
