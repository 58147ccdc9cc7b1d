package io.nsxsim.web.vpcs;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.nsxsim.web.groups.MembersHttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shared with a project. */
class SharedWithMeTest extends MembersHttpTest {

  private static final String PROJECT = "/orgs/default/projects/p";

  @BeforeEach
  void a_project_and_a_share() {
    project();
    group("g", condition("VirtualMachine", "Tag", "EQUALS", "tier|web"));
    patched(
        "/infra/shares/s",
        "{'sharedWith': ['/orgs/default/projects/p'], 'sharing_strategy': 'NONE_DESCENDANTS'}");
    patched(
        "/infra/shares/s/resources/r",
        "{'resource_objects': [{'resource_path': '" + GROUPS + "g', 'include_children': false}]}");
  }

  @Test
  void a_project_lists_what_it_was_given() {
    get(PROJECT + "/shared-with-me?resource_type=Group")
        .statusCode(200)
        .body("result_count", equalTo(1))
        .body("results[0].resource_objects.resource_path", contains(GROUPS + "g"))
        .body("results[0].share_shared_with", contains(PROJECT))
        .body("results[0].share_sharing_strategy", equalTo("NONE_DESCENDANTS"));
  }

  @Test
  void others_do_not() {
    get("/orgs/default/shared-with-me?resource_type=Group").body("result_count", equalTo(0));
    get("/orgs/default/projects/nobody/shared-with-me")
        .statusCode(404)
        .body("error_code", equalTo(600));
  }
}
