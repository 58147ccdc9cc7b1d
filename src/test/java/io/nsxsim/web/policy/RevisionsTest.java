package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PATCH and PUT do to what is there, and which revisions they want. */
class RevisionsTest extends PolicyHttpTest {

  private static final String WEB = "/tier-1s/web";

  @BeforeEach
  void gateway() {
    patched(WEB, "{'description': 'first', 'tags': [{'scope': 'a', 'tag': 'b'}]}");
  }

  @Test
  void a_revision_counts_the_writes_of_one_object() {
    get(WEB).body("_revision", equalTo(0));
    patched(WEB, "{}").statusCode(200);
    patched(WEB + "/locale-services/x", "{}").statusCode(200);
    get(WEB).body("_revision", equalTo(1));
  }

  @Test
  void a_patch_that_changes_nothing_leaves_the_revision_and_the_times_alone() {
    long written = get(WEB).extract().jsonPath().getLong("_last_modified_time");
    patched(WEB, "{'tags': [{'tag': 'b', 'scope': 'a'}], 'description': 'first'}");
    get(WEB).body("_revision", equalTo(0)).body("_last_modified_time", equalTo(written));
    patched(WEB, "{'tags': [{'tag': 'b', 'scope': 'c'}], 'description': 'first'}");
    get(WEB).body("_revision", equalTo(1));
  }

  @Test
  void a_patch_of_what_was_read_changes_nothing() {
    String read = get(WEB).extract().asString();
    admin().body(read).patch(INFRA + WEB).then().statusCode(200);
    get(WEB).body("_revision", equalTo(0));
  }

  @Test
  void a_put_answers_the_object() {
    replaced(WEB, "{'_revision': 0, 'description': 'second'}")
        .statusCode(200)
        .body("_revision", equalTo(1))
        .body("description", equalTo("second"))
        .body("path", equalTo("/infra/tier-1s/web"));
  }

  @Test
  void a_put_creates() {
    replaced("/tier-1s/db", "{}").statusCode(200).body("_revision", equalTo(0));
  }

  @Test
  void a_put_with_a_stale_revision_is_refused() {
    isRefused(replaced(WEB, "{'_revision': 7}"), 412, 604, "");
    get(WEB).body("description", equalTo("first"));
  }

  @Test
  void a_put_without_a_revision_creates_nothing_where_an_object_is() {
    isRefused(replaced(WEB, "{}"), 400, 500127, "");
    get(WEB).body("description", equalTo("first"));
    isRefused(replaced("/settings/firewall/security/exclude-list", "{}"), 412, 604, "");
  }

  @Test
  void a_patch_ignores_the_revision_unless_asked() {
    patched(WEB, "{'_revision': 7}").statusCode(200);
    isRefused(
        admin()
            .body("{\"_revision\": 7}")
            .patch(INFRA + WEB + "?enforce_revision_check=true")
            .then(),
        412,
        604,
        "");
  }

  @Test
  void a_checked_tree_needs_the_revisions_of_what_is_there_alone() {
    String tree =
        "{'resource_type': 'Infra', 'children': ["
            + child("Tier1", "'id': 'web', '_revision': %d")
            + ","
            + child("Tier1", "'id': 'db'")
            + "]}";
    String check = INFRA + "?enforce_revision_check=true";
    isRefused(admin().body(tree.formatted(3).replace('\'', '"')).patch(check).then(), 412, 604, "");
    get("/tier-1s/db").statusCode(404);
    admin().body(tree.formatted(0).replace('\'', '"')).patch(check).then().statusCode(200);
    get("/tier-1s/db").statusCode(200);
  }

  @Test
  void a_patch_replaces_the_objects_own_attributes() {
    patched(WEB, "{'failover_mode': 'PREEMPTIVE'}").statusCode(200);
    get(WEB)
        .body("$", not(hasKey("description")))
        .body("$", not(hasKey("tags")))
        .body("failover_mode", equalTo("PREEMPTIVE"));
    patched(WEB, "{}").statusCode(200);
    get(WEB).body("failover_mode", equalTo("NON_PREEMPTIVE"));
  }

  @Test
  void a_patch_leaves_children_alone() {
    patched(WEB + "/static-routes/r", "{'network': '0.0.0.0/0', 'next_hops': [{}]}");
    patched(WEB, "{}").statusCode(200);
    replaced(WEB, "{'_revision': 1}").statusCode(200);
    get(WEB + "/static-routes").body("result_count", equalTo(1));
  }

  @Test
  void a_partial_patch_is_laid_over_what_is_there() {
    admin()
        .header("nsx-enable-partial-patch", "true")
        .body("{\"failover_mode\": \"PREEMPTIVE\", \"tags\": null}")
        .patch(INFRA + WEB)
        .then()
        .statusCode(200);
    get(WEB)
        .body("description", equalTo("first"))
        .body("failover_mode", equalTo("PREEMPTIVE"))
        .body("$", not(hasKey("tags")));
  }

  @Test
  void what_the_server_sets_cannot_be_set() {
    patched(
            WEB,
            "{'path': '/infra/x', 'unique_id': 'mine', '_system_owned': true, 'id': 'x',"
                + " '_create_user': 'me', 'resource_type': 'Tier0', 'parent_path': '/x'}")
        .statusCode(200);
    get(WEB)
        .body("path", equalTo("/infra/tier-1s/web"))
        .body("parent_path", equalTo("/infra"))
        .body("id", equalTo("web"))
        .body("unique_id", not(equalTo("mine")))
        .body("_system_owned", equalTo(false))
        .body("_create_user", equalTo("admin"))
        .body("resource_type", equalTo("Tier1"));
  }

  @Test
  void an_answer_can_be_sent_back() {
    String answer = get(WEB).extract().asString();
    admin().body(answer).patch(INFRA + WEB).then().statusCode(200);
    admin().body(answer).put(INFRA + WEB).then().statusCode(200);
    get(WEB).body("description", equalTo("first")).body("_revision", equalTo(1));
  }

  @Test
  void null_is_nothing() {
    patched(WEB, "{'description': null, 'tier0_path': null}").statusCode(200);
    get(WEB).body("$", not(hasKey("description"))).body("$", not(hasKey("tier0_path")));
  }
}
