package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** What clients find at a manager of release 9.0: VPCs and transit gateways, but no spans. */
@SpringBootTest(
    webEnvironment = DEFINED_PORT,
    properties = {"nsxsim.nsx-version=9.0.0.0.24733065", "nsxsim.scenario=none"})
class ReleaseNineTest extends ReleaseHttpTest {

  @Test
  void there_are_vpcs_and_transit_gateways() {
    get("/infra/network-spans").statusCode(404);
    get(PROJECT + "/transit-gateways").body("results.id", hasItem("default"));
    get(PROJECT + "/vpc-connectivity-profiles").body("results.id", hasItem("default"));
    patched(PROJECT + "/vpcs/v", "{\"private_ips\": [\"192.168.1.0/24\"]}").statusCode(200);
    get(PROJECT + "/vpcs/v").body("vpc_service_profile", notNullValue());
  }

  @Test
  void fields_of_the_next_release_are_unknown() {
    patched("/infra/ip-blocks/b", "{\"cidrs\": [\"10.0.0.0/16\"]}").statusCode(400);
    patched("/infra/tier-0s/a", "{\"tgw_transit_subnets\": []}").statusCode(400);
    patched("/infra/tier-0s/a", "{\"multi_vrf_inter_sr_routing\": true}").statusCode(200);
  }
}
