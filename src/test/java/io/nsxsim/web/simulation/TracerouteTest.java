package io.nsxsim.web.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The text of a traceroute over HTTP, with the default scenario. */
@SpringBootTest(webEnvironment = DEFINED_PORT)
class TracerouteTest {

  @Autowired private ApplicationContext context;

  @BeforeEach
  void load() {
    RunningServer.in(context)
        .admin()
        .post("/nsxsim/api/v1/reset?scenario=vsphere-with-tanzu")
        .then()
        .statusCode(200);
  }

  @Test
  void a_pod_reaches_the_internet() {
    assertThat(traceroute("from=busybox1&to=google.com"))
        .isEqualTo(
            """
            traceroute to google.com (142.250.189.238), 30 hops max, 46 byte packets
             1  192.168.1.1 (192.168.1.1)  T ms  T ms  T ms
             2  10.244.0.33 (10.244.0.33)  T ms  T ms  T ms
             3  100.64.136.0 (100.64.136.0)  T ms  T ms  T ms
             4  192.168.105.253 (192.168.105.253)  T ms  T ms  T ms
             5  192.0.2.1 (192.0.2.1)  T ms  T ms  T ms
             6  192.0.2.5 (192.0.2.5)  T ms  T ms  T ms
             7  192.0.2.9 (192.0.2.9)  T ms  T ms  T ms
             8  192.0.2.13 (192.0.2.13)  T ms  T ms  T ms
             9  192.0.2.17 (192.0.2.17)  T ms  T ms  T ms
            10  198.51.100.1 (198.51.100.1)  T ms  T ms  T ms
            11  198.51.100.5 (198.51.100.5)  T ms  T ms  T ms
            12  198.51.100.9 (198.51.100.9)  T ms  T ms  T ms
            13  198.51.100.13 (198.51.100.13)  T ms  T ms  T ms
            14  198.51.100.17 (198.51.100.17)  T ms  T ms  T ms
            15  203.0.113.1 (203.0.113.1)  T ms  T ms  T ms
            16  203.0.113.5 (203.0.113.5)  T ms  T ms  T ms
            17  203.0.113.9 (203.0.113.9)  T ms  T ms  T ms
            18  203.0.113.13 (203.0.113.13)  T ms  T ms  T ms
            19  nuq04s39-in-f14.1e100.net (142.250.189.238)  T ms  T ms  T ms
            """);
  }

  @Test
  void a_pod_reaches_a_pod_vm_of_its_namespace() {
    assertThat(traceroute("from=busybox1&to=10.244.0.18"))
        .isEqualTo(
            """
            traceroute to 10.244.0.18 (10.244.0.18), 30 hops max, 46 byte packets
             1  192.168.1.1 (192.168.1.1)  T ms  T ms  T ms
             2  10.244.0.33 (10.244.0.33)  T ms  T ms  T ms
             3  10.244.0.18 (10.244.0.18)  T ms  T ms  T ms
            """);
  }

  @Test
  void a_pod_reaches_the_registry() {
    assertThat(traceroute("from=busybox1&to=10.203.182.134"))
        .isEqualTo(
            """
            traceroute to 10.203.182.134 (10.203.182.134), 30 hops max, 46 byte packets
             1  192.168.1.1 (192.168.1.1)  T ms  T ms  T ms
             2  10.244.0.33 (10.244.0.33)  T ms  T ms  T ms
             3  100.64.144.0 (100.64.144.0)  T ms  T ms  T ms
             4  10.203.182.134 (10.203.182.134)  T ms  T ms  T ms
            """);
  }

  @Test
  void a_pod_vm_does_not_reach_another_namespace() {
    String text = traceroute("from=10.244.0.18&to=10.244.0.67");

    assertThat(text)
        .startsWith(
            """
            traceroute to 10.244.0.67 (10.244.0.67), 30 hops max, 60 byte packets
             1  10.244.0.17 (10.244.0.17)  T ms  T ms  T ms
             2  100.64.144.0 (100.64.144.0)  T ms  T ms  T ms
             3  100.64.200.1 (100.64.200.1)  T ms  T ms  T ms
             4  * * *
            """)
        .endsWith("\n30  * * *\n");
    assertThat(text.lines()).hasSize(31);
  }

  @Test
  void the_layout_and_the_number_of_probes_can_be_chosen() {
    assertThat(
            traceroute(
                "from=busybox1&to=10.244.0.18&style=linux&queries=1&max_hops=2&protocol=icmp"))
        .isEqualTo(
            """
            traceroute to 10.244.0.18 (10.244.0.18), 2 hops max, 60 byte packets
             1  192.168.1.1 (192.168.1.1)  T ms
             2  10.244.0.33 (10.244.0.33)  T ms
            """);
  }

  @Test
  void times_grow_and_are_the_same_each_time() {
    String first = raw("from=busybox1&to=google.com");

    assertThat(raw("from=busybox1&to=google.com")).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "from=nobody&to=10.244.0.18, 404, 600",
    "from=10.9.9.9&to=10.244.0.18, 404, 600",
    "from=busybox1&to=nowhere.example, 404, 600",
    "to=10.244.0.18, 400, 255",
    "from=busybox1, 400, 255",
    "from=busybox1&to=10.244.0.18&protocol=sctp, 400, 255",
    "from=busybox1&to=10.244.0.18&port=0, 400, 255",
    "from=busybox1&to=10.244.0.18&port=70000, 400, 255",
    "from=busybox1&to=10.244.0.18&max_hops=x, 400, 255",
    "from=busybox1&to=10.244.0.18&queries=99, 400, 255",
    "from=busybox1&to=10.244.0.18&style=windows, 400, 255"
  })
  void what_cannot_be_answered_is_refused(String query, int status, int code) {
    RunningServer.in(context)
        .admin()
        .get("/nsxsim/api/v1/traceroute?" + query)
        .then()
        .statusCode(status)
        .body("error_code", equalTo(code));
  }

  @Test
  void a_trace_names_the_rule_that_drops() {
    RunningServer.in(context)
        .admin()
        .contentType("application/json")
        .body("{\"from\": \"cormac-podvm\", \"to\": \"other-podvm\"}")
        .post("/nsxsim/api/v1/traces")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("BLOCKED"))
        .body(
            "deciding_path",
            equalTo(
                "/infra/domains/default/gateway-policies/other-ns-isolation/rules/drop-other-namespaces"))
        .body(
            "hops.address",
            equalTo(java.util.List.of("10.244.0.17", "100.64.144.0", "100.64.200.1")));
  }

  private String traceroute(String query) {
    return raw(query).replaceAll("\\d+\\.\\d{3} ms", "T ms");
  }

  private String raw(String query) {
    return RunningServer.in(context)
        .admin()
        .get("/nsxsim/api/v1/traceroute?" + query)
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .extract()
        .asString();
  }
}
