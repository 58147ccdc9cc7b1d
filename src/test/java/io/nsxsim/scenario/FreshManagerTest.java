package io.nsxsim.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** A fresh manager is as large as its properties say. */
@SpringBootTest(
    webEnvironment = DEFINED_PORT,
    properties = {
      "nsxsim.scenario=none",
      "nsxsim.fresh-manager.edge-nodes=4",
      "nsxsim.fresh-manager.host-nodes=3",
      "nsxsim.fresh-manager.projects=2"
    })
class FreshManagerTest {

  private static final String POINT = "/infra/sites/default/enforcement-points/default/";

  @Autowired private StoredObjects stored;
  @Autowired private Scenarios scenarios;

  @Test
  void the_edge_cluster_has_as_many_members_as_there_are_edge_nodes() {
    JsonNode cluster = stored.in(new PolicyPath(POINT + "edge-clusters")).getFirst();
    PolicyPath path = new PolicyPath(cluster.path("path").stringValue());
    List<JsonNode> nodes = stored.in(path.child("edge-nodes"));

    assertThat(nodes)
        .extracting(node -> node.path("member_index").intValue())
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(cluster.path("policy_edge_nodes")).hasSize(4);
    assertThat(stored.in(new PolicyPath(POINT + "edge-transport-nodes"))).hasSize(4);
  }

  @Test
  void the_cluster_of_the_hosts_is_guarded_by_the_distributed_firewall() {
    List<JsonNode> clusters = stored.in(new PolicyPath("/infra/settings/security/cluster-configs"));
    assertThat(clusters).hasSize(1);
    assertThat(clusters.getFirst().at("/features/0/feature").stringValue()).isEqualTo("DFW");
    assertThat(clusters.getFirst().at("/features/0/enabled").booleanValue()).isTrue();
  }

  @Test
  void it_may_be_asked_for_by_its_own_name() {
    scenarios.reset("fresh-manager");

    assertThat(stored.in(new PolicyPath("/infra/tier-0s"))).isEmpty();
    assertThat(stored.in(new PolicyPath(POINT + "edge-transport-nodes"))).hasSize(4);
  }

  @Test
  void why_a_scenario_cannot_be_loaded_is_said_in_words() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> scenarios.reset("no-such"));
    FailureAnalysis analysis =
        requireNonNull(new StartFailure().analyze(new IllegalStateException(refusal)));

    assertThat(analysis.getDescription()).endsWith("There is no scenario no-such.");
    assertThat(analysis.getAction()).contains("nsxsim.scenario");
  }

  @Test
  void hosts_and_projects_are_there() {
    assertThat(stored.in(new PolicyPath(POINT + "host-transport-nodes"))).hasSize(3);
    assertThat(stored.in(new PolicyPath("/orgs/default/projects"))).hasSize(3);
    assertThat(
            stored.find(new PolicyPath("/orgs/default/projects/project-2/infra/domains/default")))
        .isPresent();
  }

  @Test
  void the_hosts_are_those_of_a_cluster_of_a_compute_manager() {
    JsonNode manager = stored.in(new PolicyPath("/api/v1/fabric/compute-managers")).getFirst();
    JsonNode cluster = stored.in(new PolicyPath("/api/v1/fabric/compute-collections")).getFirst();
    List<JsonNode> nodes = stored.in(new PolicyPath("/api/v1/fabric/discovered-nodes"));
    List<JsonNode> hosts = stored.in(new PolicyPath(POINT + "host-transport-nodes"));

    assertThat(cluster.path("origin_id")).isEqualTo(manager.path("id"));
    assertThat(nodes)
        .hasSize(3)
        .allMatch(
            node -> node.path("parent_compute_collection").equals(cluster.path("external_id")));
    assertThat(hosts)
        .extracting(host -> host.at("/node_deployment_info/discovered_node_id"))
        .containsExactlyInAnyOrderElementsOf(
            nodes.stream().map(n -> n.path("external_id")).toList());
  }

  @Test
  void a_size_that_makes_no_sense_stops_the_start() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FreshManagerSettings(1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FreshManagerSettings(2, -1, 0));
  }
}
