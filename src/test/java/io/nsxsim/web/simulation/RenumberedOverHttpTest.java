package io.nsxsim.web.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.nsxsim.simulation.HierarchicalBody;
import io.nsxsim.simulation.Renumbering;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A client sends the lab with other names and addresses to a fresh manager. */
@SpringBootTest(webEnvironment = DEFINED_PORT)
class RenumberedOverHttpTest {

  @Autowired private ApplicationContext context;

  @BeforeEach
  void send() {
    RunningServer server = RunningServer.in(context);
    server.admin().post("/nsxsim/api/v1/reset?scenario=none").then().statusCode(200);
    server
        .admin()
        .contentType("application/json")
        .body(Renumbering.change(HierarchicalBody.file("infra.json")))
        .patch("/policy/api/v1/infra")
        .then()
        .statusCode(200);
    server
        .admin()
        .contentType("application/json")
        .body(Renumbering.change(HierarchicalBody.file("inventory.json")))
        .put("/nsxsim/api/v1/inventory")
        .then()
        .statusCode(200);
  }

  @Test
  void inside_the_namespace() {
    assertThat(hops("from=toolbox&to=172.22.32.18"))
        .containsExactly("172.30.1.1", "172.22.32.33", "172.22.32.18");
  }

  @Test
  void to_the_registry_of_another_namespace() {
    assertThat(hops("from=toolbox&to=10.77.1.134"))
        .hasSize(4)
        .startsWith("172.30.1.1", "172.22.32.33")
        .endsWith("10.77.1.134")
        .containsAnyOf("100.80.136.0", "100.80.144.0");
  }

  @Test
  void to_another_namespace() {
    assertThat(hops("from=172.22.32.18&to=172.22.32.67&max_hops=5"))
        .hasSize(5)
        .startsWith("172.22.32.17")
        .containsAnyOf("100.80.136.0", "100.80.144.0")
        .endsWith("100.80.200.1", "*", "*");
  }

  @Test
  void to_the_internet() {
    assertThat(hops("from=toolbox&to=example.com"))
        .hasSize(19)
        .startsWith("172.30.1.1", "172.22.32.33")
        .contains("10.99.3.253", "31.1.1.1")
        .endsWith("nuq04s39-in-f14.1e100.net");
  }

  private String[] hops(String query) {
    return RunningServer.in(context)
        .admin()
        .get("/nsxsim/api/v1/traceroute?queries=1&" + query)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .skip(1)
        .map(line -> line.strip().split(" +")[1])
        .toArray(String[]::new);
  }
}
