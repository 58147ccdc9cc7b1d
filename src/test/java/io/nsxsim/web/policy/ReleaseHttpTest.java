package io.nsxsim.web.policy;

import io.nsxsim.RunningServer;
import io.restassured.response.ValidatableResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Requests to a server that says it is of an earlier release. */
abstract class ReleaseHttpTest {

  static final String PROJECT = "/orgs/default/projects/default";
  private static final String POLICY = "/policy/api/v1";

  @Autowired private ApplicationContext context;

  ValidatableResponse get(String path) {
    return RunningServer.in(context).admin().get(POLICY + path).then();
  }

  ValidatableResponse patched(String path, String body) {
    return RunningServer.in(context)
        .admin()
        .contentType("application/json")
        .body(body)
        .patch(POLICY + path)
        .then();
  }
}
