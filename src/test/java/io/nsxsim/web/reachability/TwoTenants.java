package io.nsxsim.web.reachability;

import io.nsxsim.RunningServer;

/** Tenants {@code a} and {@code b} behind one tier-0; nobody of a may talk to anybody of b. */
final class TwoTenants {

  private TwoTenants() {}

  static void load(RunningServer server) {
    server
        .admin()
        .contentType("application/json")
        .body(
            """
            {"resource_type": "Infra", "children": [
              {"resource_type": "ChildTier0",
               "Tier0": {"resource_type": "Tier0", "id": "core"}},
              %s, %s,
              {"resource_type": "ChildDomain", "Domain": {"resource_type": "Domain",
                "id": "default", "children": [
                  {"resource_type": "ChildGroup", "Group": {"resource_type": "Group", "id": "b",
                    "expression": [{"resource_type": "IPAddressExpression",
                                    "ip_addresses": ["10.2.0.0/24"]}]}},
                  {"resource_type": "ChildSecurityPolicy", "SecurityPolicy": {
                    "resource_type": "SecurityPolicy", "id": "tenants",
                    "category": "Application", "children": [
                      {"resource_type": "ChildRule", "Rule": {"resource_type": "Rule", "id": "a-b",
                        "action": "DROP", "source_groups": ["10.1.0.0/24"],
                        "destination_groups": ["/infra/domains/default/groups/b"],
                        "services": ["ANY"], "scope": ["ANY"], "sequence_number": 10}}]}}]}}]}
            """
                .formatted(tenant("a", 1), tenant("b", 2)))
        .patch("/policy/api/v1/infra")
        .then()
        .statusCode(200);
    server
        .admin()
        .contentType("application/json")
        .body(
            "{\"virtual_machines\": [%s, %s, %s, %s]}"
                .formatted(
                    machine("a", 1, 1), machine("a", 1, 2), machine("b", 2, 1), machine("b", 2, 2)))
        .put("/nsxsim/api/v1/inventory")
        .then()
        .statusCode(200);
  }

  private static String tenant(String id, int number) {
    return """
    {"resource_type": "ChildTier1", "Tier1": {"resource_type": "Tier1", "id": "%1$s",
      "tier0_path": "/infra/tier-0s/core", "route_advertisement_types": ["TIER1_CONNECTED"]}},
    {"resource_type": "ChildSegment", "Segment": {"resource_type": "Segment", "id": "%1$s",
      "connectivity_path": "/infra/tier-1s/%1$s",
      "subnets": [{"gateway_address": "10.%2$d.0.1/24"}]}}
    """
        .formatted(id, number);
  }

  private static String machine(String tenant, int number, int machine) {
    return """
    {"id": "%1$s-%3$d", "display_name": "%1$s-%3$d", "kind": "VM", "power_state": "VM_RUNNING",
     "interfaces": [{"segment_port_path": "/infra/segments/%1$s/ports/%1$s-%3$d",
       "mac_address": "00:50:56:00:0%2$d:0%3$d", "ip_addresses": ["10.%2$d.0.1%3$d/24"],
       "default_gateway": "10.%2$d.0.1"}]}
    """
        .formatted(tenant, number, machine);
  }
}
