package io.nsxsim.web.manager;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A management cluster of one node that is always well. */
record Cluster(
    @JsonProperty("cluster_id") String clusterId,
    @JsonProperty("mgmt_cluster_status") Management management,
    @JsonProperty("control_cluster_status") Control control,
    @JsonProperty("detailed_cluster_status") Detailed detailed,
    @JsonProperty("overall_status") String overallStatus) {

  static final String NODE_ID = "5d2f7b3e-8c14-4f6a-9e0b-3a7c1d5e9f20";
  static final String CLUSTER_ID = "0b6e4c1a-2f57-4d83-a9c6-7e15b8d3f042";
  private static final String STABLE = "STABLE";

  static Cluster stable() {
    return new Cluster(
        CLUSTER_ID,
        new Management(STABLE, List.of(new Member(NODE_ID)), List.of()),
        new Control(STABLE),
        Detailed.stable(),
        STABLE);
  }

  record Management(
      @JsonProperty("status") String status,
      @JsonProperty("online_nodes") List<Member> onlineNodes,
      @JsonProperty("offline_nodes") List<Member> offlineNodes) {}

  record Member(@JsonProperty("uuid") String uuid) {}

  record Control(@JsonProperty("status") String status) {}

  record Detailed(
      @JsonProperty("cluster_id") String clusterId,
      @JsonProperty("overall_status") String overallStatus,
      @JsonProperty("groups") List<Group> groups) {

    private static final List<String> TYPES =
        List.of(
            "DATASTORE",
            "CLUSTER_BOOT_MANAGER",
            "CONTROLLER",
            "MANAGER",
            "POLICY",
            "HTTPS",
            "MONITORING",
            "IDPS_REPORTING",
            "CORFU_NONCONFIG",
            "CM-INVENTORY",
            "MESSAGING-MANAGER");

    static Detailed stable() {
      return new Detailed(CLUSTER_ID, STABLE, TYPES.stream().map(Group::stable).toList());
    }
  }

  /** One kind of service of the cluster, which runs on its only node. */
  record Group(
      @JsonProperty("group_id") String id,
      @JsonProperty("group_type") String type,
      @JsonProperty("group_status") String status,
      @JsonProperty("members") List<GroupMember> members,
      @JsonProperty("leaders") List<String> leaders) {

    static Group stable(String type) {
      String id = UUID.nameUUIDFromBytes(type.getBytes(StandardCharsets.UTF_8)).toString();
      return new Group(id, type, STABLE, List.of(new GroupMember(NODE_ID, "UP")), List.of());
    }
  }

  record GroupMember(
      @JsonProperty("member_uuid") String uuid, @JsonProperty("member_status") String status) {}
}
