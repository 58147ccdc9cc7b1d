package io.nsxsim.catalogue.vpcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers("VpcSubnet")
class VpcSubnetsTest extends VpcTest {

  private static final String SUBNET = VPC + "/subnets/s";

  private String network(String subnet) {
    return read(subnet).at("/ip_addresses/0").asString();
  }

  @Test
  void a_subnet_is_private_and_has_64_addresses_unless_told_otherwise() {
    patch(SUBNET, "{}");
    JsonNode subnet = read(SUBNET);
    assertThat(subnet.path("access_mode").asString()).isEqualTo("Private");
    assertThat(subnet.path("ipv4_subnet_size").asInt()).isEqualTo(64);
    assertThat(texts(subnet.path("ip_addresses"))).containsExactly("192.168.44.0/26");
    assertThat(texts(subnet.path("ip_blocks")))
        .containsExactly(DEV + "/infra/ip-blocks/v-192_168_44_0_24");
    assertThat(texts(subnet.at("/advanced_config/gateway_addresses")))
        .containsExactly("192.168.44.1/26");
    assertThat(subnet.at("/advanced_config/connectivity_state").asString()).isEqualTo("CONNECTED");
    assertThat(subnet.at("/advanced_config/static_ip_allocation/enabled").asBoolean()).isTrue();
    assertThat(subnet.at("/subnet_dhcp_config/mode").asString()).isEqualTo("DHCP_DEACTIVATED");
  }

  @Test
  void the_access_mode_chooses_the_block() {
    patch(SUBNET, "{'access_mode': 'Public', 'ipv4_subnet_size': 16}");
    patch(VPC + "/subnets/t", "{'access_mode': 'Private_TGW', 'ipv4_subnet_size': 16}");
    assertThat(network(SUBNET)).isEqualTo("10.110.0.0/28");
    assertThat(network(VPC + "/subnets/t")).isEqualTo("172.30.0.0/28");
  }

  @Test
  void subnets_of_all_vpcs_share_the_external_block() {
    patch(SUBNET, "{'access_mode': 'Public', 'ipv4_subnet_size': 16}");
    patch(DEV + "/vpcs/w", "{}");
    patch(DEV + "/vpcs/w/attachments/default", "{'vpc_connectivity_profile': '" + PROFILE + "'}");
    patch(DEV + "/vpcs/w/subnets/s", "{'access_mode': 'Public', 'ipv4_subnet_size': 16}");
    assertThat(network(DEV + "/vpcs/w/subnets/s")).isEqualTo("10.110.0.16/28");
    assertThat(read("ip-blocks/public").path("used_size").asString()).isEqualTo("32");
    deleteAll(DEV + "/vpcs/w");
    assertThat(read("ip-blocks/public").path("used_size").asString()).isEqualTo("16");
  }

  @Test
  void a_network_can_be_asked_for() {
    patch(SUBNET, "{'ip_addresses': ['192.168.44.64/28']}");
    assertThat(network(SUBNET)).isEqualTo("192.168.44.64/28");
    assertThat(read(SUBNET).has("ipv4_subnet_size")).isFalse();
    conflicts("/ip_addresses/0", VPC + "/subnets/t", "{'ip_addresses': ['192.168.44.72/29']}");
    conflicts("/ip_addresses/0", VPC + "/subnets/t", "{'ip_addresses': ['10.9.9.0/28']}");
  }

  @Test
  void an_isolated_subnet_names_its_network() {
    misses("/ip_addresses", SUBNET, "{'access_mode': 'Isolated'}");
    patch(SUBNET, "{'access_mode': 'Isolated', 'ip_addresses': ['10.9.9.0/28']}");
    assertThat(read(SUBNET).has("ip_blocks")).isFalse();
  }

  @Test
  void a_size_is_a_power_of_two_for_which_there_is_room() {
    isInvalid("/ipv4_subnet_size", SUBNET, "{'ipv4_subnet_size': 48}");
    isInvalid("/ipv4_subnet_size", SUBNET, "{'ipv4_subnet_size': 4}");
    refuses(
        Reason.BLOCK_EXHAUSTED,
        "/ipv4_subnet_size",
        () -> patch(SUBNET, "{'ipv4_subnet_size': 512}"));
    patch(DEV + "/vpcs/w", "{}");
    conflicts("/access_mode", DEV + "/vpcs/w/subnets/s", "{'access_mode': 'Public'}");
  }

  @Test
  void a_subnet_stays_where_it_is() {
    patch(SUBNET, "{'ipv4_subnet_size': 16}");
    patch(SUBNET, "{'description': 'x'}");
    assertThat(network(SUBNET)).isEqualTo("192.168.44.0/28");
    conflicts("/access_mode", SUBNET, "{'access_mode': 'Public'}");
    conflicts("/ipv4_subnet_size", SUBNET, "{'ipv4_subnet_size': 32}");
    String before = read(SUBNET).toString();
    put(SUBNET, before);
    assertThat(network(SUBNET)).isEqualTo("192.168.44.0/28");
  }

  @Test
  void dhcp_has_an_address_and_leaves_none_to_static_allocation() {
    patch(SUBNET, "{'subnet_dhcp_config': {'mode': 'DHCP_SERVER'}}");
    assertThat(texts(read(SUBNET).at("/advanced_config/dhcp_server_addresses")))
        .containsExactly("192.168.44.2/26");
    assertThat(read(SUBNET).at("/advanced_config/static_ip_allocation/enabled").asBoolean())
        .isFalse();
    conflicts(
        "/advanced_config/static_ip_allocation/enabled",
        VPC + "/subnets/t",
        "{'subnet_dhcp_config': {'mode': 'DHCP_SERVER'},"
            + " 'advanced_config': {'static_ip_allocation': {'enabled': true}}}");
    conflicts(
        "/subnet_dhcp_config/mode",
        VPC + "/subnets/t",
        "{'subnet_dhcp_config': {'mode': 'DHCP_RELAY'}}");
    conflicts(
        "/subnet_dhcp_config/dhcp_server_additional_config/reserved_ip_ranges/0",
        VPC + "/subnets/t",
        "{'subnet_dhcp_config': {'mode': 'DHCP_SERVER',"
            + " 'dhcp_server_additional_config': {'reserved_ip_ranges': ['9.9.9.9']}}}");
  }

  @Test
  void the_static_pool_gives_what_the_gateway_leaves() {
    patch(SUBNET, "{'ipv4_subnet_size': 8}");
    String pool = SUBNET + "/ip-pools/static-ipv4-default";
    assertThat(read(pool).at("/pool_usage/total_ips").asInt()).isEqualTo(5);
    patch(pool + "/ip-allocations/a", "{}");
    assertThat(read(pool + "/ip-allocations/a").path("allocation_ip").asString())
        .isEqualTo("192.168.44.2");
    assertThat(read(pool).at("/pool_usage/available_ips").asInt()).isEqualTo(4);
  }

  @Test
  void a_subnet_with_dhcp_shows_settings_that_nobody_has_made() {
    patch(SUBNET, "{'subnet_dhcp_config': {'mode': 'DHCP_SERVER'}}");
    shows(
        SUBNET,
        "{'subnet_dhcp_config': {'mode': 'DHCP_SERVER', 'dhcp_server_additional_config': {},"
            + " 'dns_server_preference': 'PROFILE_DNS_SERVERS_PREFERRED_OVER_DNS_FORWARDER'}}");
    isInvalid(
        "/subnet_dhcp_config/dns_server_preference",
        VPC + "/subnets/t",
        "{'subnet_dhcp_config': {'dns_server_preference': 'NONE'}}");
  }

  @Test
  void nothing_said_of_blocks_changes_no_blocks() {
    patch(SUBNET, "{'access_mode': 'Isolated', 'ip_addresses': ['10.9.9.0/28']}");
    patch(
        SUBNET,
        "{'access_mode': 'Isolated', 'ip_addresses': ['10.9.9.0/28'], 'ip_blocks': [],"
            + " 'description': 'changed'}");
    shows(SUBNET, "{'description': 'changed'}");
  }

  @Test
  void a_subnet_is_bound_to_another_with_a_tag_of_its_own() {
    String other = VPC + "/subnets/t";
    patch(SUBNET, "{'ipv4_subnet_size': 16}");
    patch(other, "{'ipv4_subnet_size': 16}");
    patch(VPC + "/subnets/u", "{'ipv4_subnet_size': 16}");
    String binding = SUBNET + "/subnet-connection-binding-maps/b";
    String body = "{'subnet_path': '%s', 'vlan_traffic_tag': 12}";
    patch(binding, body.formatted(other));
    conflicts(
        "/vlan_traffic_tag",
        VPC + "/subnets/u/subnet-connection-binding-maps/b",
        body.formatted(other));
    isInUse(other);
  }
}
