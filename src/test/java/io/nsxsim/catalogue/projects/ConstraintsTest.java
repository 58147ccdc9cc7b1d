package io.nsxsim.catalogue.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.catalogue.OrganizationTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;

/** How many objects of a type there may be below a path. */
class ConstraintsTest extends OrganizationTest {

  private static final String QUOTA = "constraints/q";

  private void quota(String place, String prefix, String type, String operator, int count) {
    patch(
        place,
        "{'message': 'enough', 'target': {'path_prefix': '"
            + prefix
            + "'}, 'constraint_expressions': [{'resource_type':"
            + " 'EntityInstanceCountConstraintExpression', 'target_resource_type': '"
            + type
            + "', 'operator': '"
            + operator
            + "', 'count': "
            + count
            + "}]}");
  }

  private void isOneTooMany(String path) {
    refuses(Reason.CONFLICTING_VALUES, "", () -> patch(path, "{}"));
  }

  @Test
  void a_project_has_as_many_vpcs_as_its_quota_says() {
    quota(QUOTA, DEV + "/", "Vpc", "<=", 1);
    patch(DEV + "/vpcs/a", "{}");
    isOneTooMany(DEV + "/vpcs/b");
    patch(DEV + "/vpcs/a", "{'description': 'still there'}");
    patch(OTHER + "/vpcs/b", "{}");
  }

  @Test
  void what_is_counted_may_lie_deeper_than_the_path() {
    patch(DEV + "/vpcs/a", "{'private_ips': ['10.1.0.0/24']}");
    patch(DEV + "/vpcs/b", "{'private_ips': ['10.2.0.0/24']}");
    quota(QUOTA, DEV, "VpcSubnet", "<", 2);
    patch(
        DEV + "/vpcs/a/subnets/s", "{'access_mode': 'Isolated', 'ip_addresses': ['10.9.0.0/28']}");
    refuses(
        Reason.CONFLICTING_VALUES,
        "",
        () ->
            patch(
                DEV + "/vpcs/b/subnets/s",
                "{'access_mode': 'Isolated', 'ip_addresses': ['10.9.1.0/28']}"));
  }

  @Test
  void a_project_sets_itself_a_quota() {
    quota(DEV + "/infra/" + QUOTA, "", "Segment", "<=", 0);
    isOneTooMany(DEV + "/infra/segments/s");
    patch("segments/s", "{}");
  }

  @Test
  void a_body_with_one_too_many_changes_nothing() {
    quota(QUOTA, "/infra", "Segment", "<=", 1);
    refuses(
        Reason.CONFLICTING_VALUES,
        "",
        () ->
            patchTree(
                "{'resource_type': 'ChildSegment', 'Segment': {'id': 'a'}},"
                    + "{'resource_type': 'ChildSegment', 'Segment': {'id': 'b'}}"));
    assertThat(ids("segments")).isEmpty();
  }

  @Test
  void nothing_is_forbidden_when_the_quota_is_gone() {
    quota(QUOTA, "/infra", "Segment", "<=", 0);
    isOneTooMany("segments/s");
    delete(QUOTA);
    patch("segments/s", "{}");
  }

  @Test
  void what_was_there_before_stays() {
    patch("segments/s", "{}");
    quota(QUOTA, "/infra", "Segment", "<=", 0);
    patch("segments/s", "{'description': 'changed'}");
    isOneTooMany("segments/t");
  }
}
