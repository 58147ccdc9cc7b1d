package io.nsxsim.web.groups;

import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

/** Whether the firewall's exclude list holds an object. */
class ExcludeListTest extends MembersHttpTest {

  private static final String LIST = "/infra/settings/firewall/security/exclude-list";

  @Test
  void an_object_is_excluded_by_itself_or_in_a_group() {
    group("out", "{'resource_type': 'PathExpression', 'paths': ['/infra/segments/front']}");
    patched(LIST, "{'members': ['" + GROUPS + "out']}");

    posted(LIST + "?action=filter&intent_path=" + GROUPS + "out", "{}")
        .statusCode(200)
        .body("target_type", equalTo("Group"));
    posted(LIST + "?action=filter&intent_path=/infra/segments/front", "{}").statusCode(404);
    posted(LIST + "?action=filter&deep_check=true&intent_path=/infra/segments/front", "{}")
        .statusCode(200)
        .body("path", equalTo("/infra/segments/front"));
  }
}
