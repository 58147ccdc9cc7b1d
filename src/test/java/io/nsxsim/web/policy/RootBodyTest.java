package io.nsxsim.web.policy;

import org.junit.jupiter.api.Test;

/** What is said at the root, where a slip would otherwise pass for a change of nothing. */
class RootBodyTest extends PolicyHttpTest {

  @Test
  void a_body_of_another_type_than_the_root_is_refused() {
    for (String type : new String[] {"Infrra", "OrgRoot", "Segment"}) {
      patched("", "{'resource_type': '" + type + "', 'children': []}").statusCode(400);
    }
    patched("", "{'resource_type': 'Infra', 'children': []}").statusCode(200);
    patched("", "{'children': []}").statusCode(200);
  }

  @Test
  void a_reset_with_a_word_that_it_does_not_know_forgets_nothing() {
    patched("/segments/kept", "{}").statusCode(200);
    isRefused(admin().post("/nsxsim/api/v1/reset?scenari=none").then(), 400, 255, "");
    admin().get("/policy/api/v1/infra/segments/kept").then().statusCode(200);
  }
}
