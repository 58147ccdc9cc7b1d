package io.nsxsim.web.manager;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A management cluster of one node that is always well. */
record Cluster(
    @JsonProperty("cluster_id") String clusterId,
    @JsonProperty("mgmt_cluster_status") Management management,
    @JsonProperty("control_cluster_status") Control control,
    @JsonProperty("detailed_cluster_status") Detailed detailed) {

  static final String NODE_ID = "5d2f7b3e-8c14-4f6a-9e0b-3a7c1d5e9f20";
  private static final String CLUSTER_ID = "0b6e4c1a-2f57-4d83-a9c6-7e15b8d3f042";
  private static final String STABLE = "STABLE";

  static Cluster stable() {
    return new Cluster(
        CLUSTER_ID,
        new Management(STABLE, List.of(new Member(NODE_ID)), List.of()),
        new Control(STABLE),
        new Detailed(CLUSTER_ID, STABLE));
  }

  record Management(
      @JsonProperty("status") String status,
      @JsonProperty("online_nodes") List<Member> onlineNodes,
      @JsonProperty("offline_nodes") List<Member> offlineNodes) {}

  record Member(@JsonProperty("uuid") String uuid) {}

  record Control(@JsonProperty("status") String status) {}

  record Detailed(
      @JsonProperty("cluster_id") String clusterId,
      @JsonProperty("overall_status") String overallStatus) {}
}
