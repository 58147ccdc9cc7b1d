package io.nsxsim.web.manager;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = DEFINED_PORT)
class NodeTest {

  @Autowired private ApplicationContext context;

  @Test
  void the_version_is_new_enough_for_everything() {
    RunningServer.in(context)
        .admin()
        .get("/api/v1/node/version")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("node_version", startsWith("9.1.1."))
        .body("product_version", startsWith("9.1.1."));
  }

  @Test
  void the_node_is_a_manager() {
    RunningServer.in(context)
        .admin()
        .get("/api/v1/node")
        .then()
        .statusCode(200)
        .body("node_type", equalTo("NSX Manager"));
  }

  @Test
  void the_server_is_healthy() {
    RunningServer.in(context)
        .stranger()
        .get("/api/v1/reverse-proxy/node/health")
        .then()
        .statusCode(200)
        .body("healthy", equalTo(true));
  }

  @Test
  void the_cluster_is_stable() {
    RunningServer.in(context)
        .admin()
        .get("/api/v1/cluster/status")
        .then()
        .statusCode(200)
        .body("mgmt_cluster_status.status", equalTo("STABLE"))
        .body("control_cluster_status.status", equalTo("STABLE"))
        .body("detailed_cluster_status.overall_status", equalTo("STABLE"));
  }

  @Test
  void no_license_is_listed() {
    RunningServer.in(context)
        .admin()
        .get("/api/v1/licenses")
        .then()
        .statusCode(200)
        .body("result_count", equalTo(0))
        .body("results.size()", equalTo(0));
  }
}
