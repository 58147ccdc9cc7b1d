package io.nsxsim.catalogue.vpcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"Vpc", "VpcAttachment", "VpcConnectivityProfile", "PolicyVpcNatRule"})
class VpcsTest extends VpcTest {

  @Test
  void a_vpc_has_the_projects_service_profile() {
    assertThat(read(VPC).path("vpc_service_profile").asString())
        .isEqualTo(DEV + "/vpc-service-profiles/default");
    assertThat(read(VPC).path("short_id").asString()).isEqualTo("v");
    assertThat(ids(VPC + "/nat")).contains("USER", "DEFAULT");
  }

  @Test
  void a_new_vpc_has_firewall_policies_that_go_with_it() {
    String policy = VPC + "/security-policies/default-layer3-section";
    JsonNode shown = read(policy);
    assertThat(shown.path("display_name").asString())
        .isEqualTo("ORG-default PROJECT-dev VPC-v default-layer3-section");
    assertThat(shown.at("/rules/0/source_groups/0").asString()).isEqualTo(VPC);
    assertThat(shown.path("rules").valueStream().map(rule -> rule.path("action").asString()))
        .containsExactly("ALLOW", "DROP");
    assertThat(read(VPC + "/gateway-policies/default-gateway-section").at("/rules/0/action"))
        .hasToString("\"ALLOW\"");
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(policy));
    delete(VPC + "/attachments/default");
    delete(VPC);
    refuses(Reason.NOT_FOUND, "", () -> read(policy));
  }

  @Test
  void what_a_profile_decides_cannot_be_said_beside_it() {
    refuses(
        Reason.NOT_WITH_PROFILE,
        "/default_gateway_path",
        () ->
            patch(
                DEV + "/vpcs/w",
                "{'vpc_service_profile': '"
                    + DEV
                    + "/vpc-service-profiles/default',"
                    + " 'default_gateway_path': '/infra/tier-0s/north'}"));
  }

  @Test
  void private_networks_are_blocks_that_come_and_go_with_the_vpc() {
    String blocks = DEV + "/infra/ip-blocks";
    assertThat(ids(blocks)).contains("v-192_168_44_0_24");
    patch(VPC, "{'private_ips': ['192.168.45.0/24', '192.168.46.0/24']}");
    assertThat(ids(blocks))
        .contains("v-192_168_45_0_24", "v-192_168_46_0_24")
        .doesNotContain("v-192_168_44_0_24");
    conflicts("/private_ips/1", VPC, "{'private_ips': ['10.0.0.0/8', '10.1.0.0/16']}");
    deleteAll(VPC);
    assertThat(ids(blocks)).containsExactly("tgw");
  }

  @Test
  void a_private_network_in_use_stays() {
    patch(VPC + "/subnets/s", "{}");
    refuses(Reason.IN_USE, "", () -> patch(VPC, "{'private_ips': ['192.168.45.0/24']}"));
  }

  @Test
  void a_vpc_has_one_attachment() {
    conflicts(
        "/vpc_connectivity_profile",
        VPC + "/attachments/second",
        "{'vpc_connectivity_profile': '" + PROFILE + "'}");
  }

  @Test
  void a_profile_takes_blocks_of_the_right_visibility() {
    conflicts(
        "/external_ip_blocks/0",
        PROFILE,
        "{'external_ip_blocks': ['" + DEV + "/infra/ip-blocks/tgw']}");
    conflicts(
        "/private_tgw_ip_blocks/0",
        PROFILE,
        "{'private_tgw_ip_blocks': ['/infra/ip-blocks/public']}");
  }

  @Test
  void nat_translates_to_addresses_that_the_vpc_holds() {
    patch(VPC + "/ip-address-allocations/a", "{}");
    String held = read(VPC + "/ip-address-allocations/a").path("allocation_ips").asString();
    String rule = VPC + "/nat/USER/nat-rules/r";
    patch(rule, "{'action': 'SNAT', 'translated_network': '" + held + "'}");
    patch(
        rule,
        "{'action': 'DNAT', 'destination_network': '"
            + held
            + "', 'translated_network': '2.3.3.4'}");
    conflicts("/translated_network", rule, "{'action': 'SNAT', 'translated_network': '1.2.3.4'}");
    misses(
        "/source_network", rule, "{'action': 'REFLEXIVE', 'translated_network': '" + held + "'}");
    conflicts(
        "/translated_network",
        rule,
        "{'action': 'NO_SNAT', 'source_network': '2.2.2.2', 'translated_network': '" + held + "'}");
  }

  @Test
  void a_tree_may_name_a_subnet_before_its_attachment() {
    patch(
        "/org-root",
        "{'resource_type': 'OrgRoot', 'children': [{'resource_type': 'ChildResourceReference',"
            + " 'target_type': 'Org', 'id': 'default', 'children': ["
            + "{'resource_type': 'ChildResourceReference', 'target_type': 'Project', 'id': 'dev',"
            + " 'children': [{'resource_type': 'ChildVpc', 'Vpc': {'id': 'h', 'children': ["
            + "{'resource_type': 'ChildVpcSubnet', 'VpcSubnet': {'id': 's', 'access_mode':"
            + " 'Public'}}, {'resource_type': 'ChildVpcAttachment', 'VpcAttachment': {'id':"
            + " 'default', 'vpc_connectivity_profile': '"
            + PROFILE
            + "'}}]}}]}]}]}");
    assertThat(texts(read(DEV + "/vpcs/h/subnets/s").path("ip_addresses")))
        .containsExactly("10.110.0.0/26");
  }
}
