package io.nsxsim.web.vpcs;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.OrganizationTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class VpcsOverHttpTest extends OrganizationTest {

  private static final String VPC = DEV + "/vpcs/v";

  @Autowired private ApplicationContext context;

  @BeforeEach
  void vpc() {
    patch(VPC, "{'private_ips': ['192.168.44.0/24']}");
    patch(
        VPC + "/attachments/default",
        "{'vpc_connectivity_profile': '" + DEV + "/vpc-connectivity-profiles/default'}");
    patch(VPC + "/subnets/s", "{'access_mode': 'Public'}");
    patch(VPC + "/ip-address-allocations/a", "{}");
  }

  private ValidatableResponse get(String path) {
    return RunningServer.in(context).plainAdmin().get("/policy/api/v1" + path).then();
  }

  @Test
  void a_vpc_tells_how_much_of_its_blocks_is_used() {
    get(VPC + "/ip-address-usage")
        .statusCode(200)
        .body("ip_blocks.path", hasItem("/infra/ip-blocks/public"))
        .body("ip_blocks[0].total", equalTo(256))
        .body("ip_blocks[0].available", equalTo(191))
        .body("ip_blocks[0].allocated_by_vpc.access_mode", equalTo("Public"))
        .body("ip_blocks[0].allocated_by_vpc.count", equalTo(65))
        .body(
            "ip_blocks[0].allocated_by_vpc.ip_addresses.address",
            contains("10.110.0.64/32", "10.110.0.0/26"));
    get(VPC + "/ip-blocks/usage").statusCode(200).body("result_count", equalTo(2));
    get(VPC + "/ip-blocks/allocation-state")
        .body("results[0].allocation_states.allocation_path", hasItem(VPC + "/subnets/s"));
    get(DEV + "/vpcs/none/ip-address-usage").statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void what_is_shared_is_seen_by_whom_it_is_shared_with() {
    patch("shares/s", "{'sharedWith': ['" + DEV + "'], 'sharing_strategy': 'ALL_DESCENDANTS'}");
    patch(
        "shares/s/resources/r",
        "{'resource_objects': [{'resource_path': '/infra/services/HTTP'}]}");
    for (String context : new String[] {DEV, VPC}) {
      get(context + "/shared-with-me")
          .statusCode(200)
          .body("results.id", contains("r"))
          .body("results[0].share_shared_with", contains(DEV));
    }
    get(OTHER + "/shared-with-me").body("result_count", equalTo(0));
    get("/orgs/default/projects/none/shared-with-me").statusCode(404);
  }

  @Test
  void a_vpc_is_deleted_with_its_content_when_asked_to() {
    RunningServer server = RunningServer.in(context);
    server
        .plainAdmin()
        .delete("/policy/api/v1" + VPC)
        .then()
        .statusCode(400)
        .body("error_code", equalTo(500030));
    server
        .plainAdmin()
        .delete("/policy/api/v1" + VPC + "?is_recursive=true")
        .then()
        .statusCode(200);
    get(VPC + "/subnets/s").statusCode(404);
  }

  @Test
  void what_is_taken_of_a_limit_is_shown_in_its_form() {
    String limit = DEV + "/infra/limits/l";
    patch(
        limit,
        "{'quota': {'resource_type': 'IpBlockQuota', 'ip_block_visibility': 'EXTERNAL',"
            + " 'single_ip_cidrs': 10, 'other_cidrs': {'mask': 'ANY', 'total_count': 5}}}");
    get(limit + "/state").statusCode(200).body("quota.single_ip_cidrs", equalTo(0));
    patch(VPC, "{'private_ips': ['192.168.44.0/24'], 'limits': ['" + limit + "']}");
    for (String state : new String[] {limit + "/state", VPC + "/limits/state"}) {
      String row = state.startsWith(VPC) ? "results[0]." : "";
      get(state)
          .statusCode(200)
          .body(row + "intent_path", equalTo(limit))
          .body(row + "quota.single_ip_cidrs", equalTo(1))
          .body(row + "quota.other_cidrs.total_count", equalTo(1));
    }
    get(DEV + "/limits/state")
        .body("results.vpc_path", contains(VPC))
        .body("results[0].vpc_limit_state.results.intent_path", contains(limit));
    get(DEV + "/infra/limits/state").body("results.intent_path", contains(limit));
    get("/infra/limits/none/state").statusCode(404).body("error_code", equalTo(600));
    get(DEV + "/vpcs/none/limits/state").statusCode(404);
  }
}
