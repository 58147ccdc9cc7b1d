package io.nsxsim.catalogue.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.catalogue.OrganizationTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;

/** What objects of a project may refer to. */
class ProjectBoundaryTest extends OrganizationTest {

  private static final String POLICY = DEV + "/infra/domains/default/security-policies/p";

  private static String from(String group) {
    return "{'category': 'Application', 'rules': [{'id': 'r', 'action': 'ALLOW', 'source_groups': ['"
        + group
        + "'], 'destination_groups': ['ANY'], 'services': ['/infra/services/HTTP'],"
        + " 'scope': ['ANY']}]}";
  }

  @Test
  void nothing_of_another_project() {
    patch(OTHER + "/infra/domains/default/groups/g", "{}");
    refuses(
        Reason.INVALID_PATH,
        "source_groups",
        () -> patch(POLICY, from(OTHER + "/infra/domains/default/groups/g")));
  }

  @Test
  void what_is_its_own_and_what_is_nsxs() {
    patch(DEV + "/infra/domains/default/groups/g", "{}");
    patch(POLICY, from(DEV + "/infra/domains/default/groups/g"));
    assertThat(read(POLICY).path("rules")).hasSize(1);
  }

  @Test
  void a_group_of_infra_once_it_is_shared() {
    String group = "/infra/domains/default/groups/g";
    patch(group, "{}");
    refuses(Reason.INVALID_PATH, "source_groups", () -> patch(POLICY, from(group)));
    patch("shares/s", "{'sharedWith': ['" + DEV + "']}");
    patch("shares/s/resources/r", "{'resource_objects': [{'resource_path': '" + group + "'}]}");
    patch(POLICY, from(group));
    refuses(
        Reason.INVALID_PATH,
        "source_groups",
        () -> patch(OTHER + "/infra/domains/default/security-policies/p", from(group)));
  }

  @Test
  void what_is_shared_and_with_whom_is_there() {
    String group = "/infra/domains/default/groups/g";
    refuses(
        Reason.INVALID_PATH,
        "sharedWith",
        () -> patch("shares/s", "{'sharedWith': ['/orgs/default/projects/nowhere']}"));
    patch("shares/s", "{'sharedWith': ['" + DEV + "']}");
    String shared = "{'resource_objects': [{'resource_path': '" + group + "'}]}";
    refuses(Reason.INVALID_PATH, "resource_path", () -> patch("shares/s/resources/r", shared));
    patch(group, "{}");
    patch("shares/s/resources/r", shared);
    refuses(Reason.IN_USE, "", () -> delete(group));
    delete("shares/s/resources/r");
    delete(group);
  }

  @Test
  void a_tier0_that_the_project_was_given() {
    patch(DEV + "/infra/tier-1s/web", "{'tier0_path': '/infra/tier-0s/north'}");
    refuses(
        Reason.INVALID_PATH,
        "tier0_path",
        () -> patch(DEV + "/infra/tier-1s/db", "{'tier0_path': '/infra/tier-0s/south'}"));
  }

  @Test
  void an_edge_cluster_that_the_project_was_given() {
    String body = "{'service_gateway': {'enable': true, 'edge_cluster_paths': ['" + EDGES + "']}}";
    patch(DEV + "/vpc-connectivity-profiles/p", body);
    refuses(
        Reason.INVALID_PATH,
        "edge_cluster_paths",
        () -> patch(OTHER + "/vpc-connectivity-profiles/p", body));
  }

  @Test
  void the_default_project_sees_all_of_infra() {
    patch(
        "/orgs/default/projects/default/vpc-connectivity-profiles/p",
        "{'external_ip_blocks': ['/infra/ip-blocks/public']}");
  }
}
