package io.nsxsim.catalogue.vpcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Addresses that VPCs, projects and ports are given. */
@Covers({"VpcIpAddressAllocation", "ProjectIpAddressAllocation", "VpcSubnetPort"})
class AllocationsTest extends VpcTest {

  private static final String ALLOCATIONS = VPC + "/ip-address-allocations/";
  private static final String PORT = VPC + "/subnets/s/ports/p";

  private String address(String id) {
    return read(ALLOCATIONS + id).path("allocation_ips").asString("");
  }

  @Test
  void an_allocation_is_external_and_names_no_block() {
    patch(ALLOCATIONS + "a", "{}");
    JsonNode allocation = read(ALLOCATIONS + "a");
    assertThat(allocation.path("allocation_ips").asString()).isEqualTo("10.110.0.0");
    assertThat(allocation.path("allocation_ip").asString()).isEqualTo("10.110.0.0");
    assertThat(allocation.path("ip_address_type").asString()).isEqualTo("IPV4");
    assertThat(allocation.path("ip_address_block_visibility").asString()).isEqualTo("EXTERNAL");
    assertThat(allocation.has("ip_block")).isFalse();
  }

  @Test
  void addresses_are_given_once_and_kept() {
    patch(ALLOCATIONS + "a", "{'allocation_size': 1}");
    patch(ALLOCATIONS + "b", "{'allocation_size': 4}");
    patch(DEV + "/ip-address-allocations/c", "{'ip_block': '/infra/ip-blocks/public'}");
    patch(VPC + "/subnets/s", "{'access_mode': 'Public', 'ipv4_subnet_size': 8}");
    patch(ALLOCATIONS + "a", "{'allocation_size': 1, 'description': 'x'}");
    assertThat(address("a")).isEqualTo("10.110.0.0");
    assertThat(address("b")).isEqualTo("10.110.0.4/30");
    assertThat(read(DEV + "/ip-address-allocations/c").path("allocation_ips").asString())
        .isEqualTo("10.110.0.1");
    assertThat(texts(read(VPC + "/subnets/s").path("ip_addresses")))
        .containsExactly("10.110.0.8/29");
    assertThat(read("ip-blocks/public").path("used_size").asString()).isEqualTo("14");
    conflicts("/allocation_size", ALLOCATIONS + "a", "{'allocation_size': 2}");
  }

  @Test
  void private_addresses_come_from_private_blocks() {
    patch(ALLOCATIONS + "a", "{'ip_address_block_visibility': 'PRIVATE'}");
    patch(ALLOCATIONS + "b", "{'ip_address_block_visibility': 'PRIVATE_TGW'}");
    patch(ALLOCATIONS + "c", "{'ip_address_block_visibility': 'PRIVATE'}");
    assertThat(address("a")).isEqualTo("192.168.44.0");
    assertThat(address("b")).isEqualTo("172.30.0.0");
    assertThat(address("c")).isEqualTo("192.168.44.1");
  }

  @Test
  void an_address_can_be_asked_for_if_it_is_free() {
    patch(ALLOCATIONS + "a", "{'allocation_ips': '10.110.0.9'}");
    refuses(
        Reason.ADDRESS_TAKEN,
        "/allocation_ips",
        () -> patch(ALLOCATIONS + "b", "{'allocation_ips': '10.110.0.9'}"));
    conflicts("/allocation_ips", ALLOCATIONS + "b", "{'allocation_ips': '9.9.9.9'}");
  }

  @Test
  void nothing_is_given_where_there_is_nothing() {
    refuses(
        Reason.BLOCK_EXHAUSTED,
        "/allocation_size",
        () -> patch(ALLOCATIONS + "a", "{'allocation_size': 512}"));
    isInvalid("/allocation_size", ALLOCATIONS + "a", "{'allocation_size': 3}");
    patch(DEV + "/vpcs/w", "{}");
    conflicts("/ip_block", DEV + "/vpcs/w/ip-address-allocations/a", "{}");
  }

  @Test
  void a_port_is_bound_to_an_allocated_address() {
    patch(ALLOCATIONS + "a", "{}");
    patch(VPC + "/subnets/s", "{}");
    String bound =
        "{'external_address_binding': {'allocated_external_ip_path': '" + ALLOCATIONS + "a'}}";
    patch(PORT, bound);
    assertThat(read(PORT).at("/external_address_binding/external_ip_address").asString())
        .isEqualTo("10.110.0.0");
    refuses(Reason.IN_USE, "", () -> delete(ALLOCATIONS + "a"));
    conflicts(
        "/external_address_binding/allocated_external_ip_path", VPC + "/subnets/s/ports/q", bound);
    patch(PORT, "{}");
    assertThat(read(PORT).has("external_address_binding")).isFalse();
    delete(ALLOCATIONS + "a");
  }

  @Test
  void an_address_is_reserved_for_a_port_that_names_none() {
    patch(VPC + "/subnets/s", "{}");
    patch(PORT, "{'external_address_binding': {}}");
    JsonNode binding = read(PORT).path("external_address_binding");
    assertThat(binding.path("external_ip_address").asString()).isEqualTo("10.110.0.0");
    assertThat(binding.path("allocated_external_ip_path").asString()).isEqualTo(ALLOCATIONS + "p");
    assertThat(address("p")).isEqualTo("10.110.0.0");
    patch(PORT, "{}");
    assertThat(ids(VPC + "/ip-address-allocations")).isEmpty();
    assertThat(read("ip-blocks/public").path("used_size").asString()).isEqualTo("0");
  }

  @Test
  void a_port_of_a_public_subnet_needs_no_external_address() {
    patch(ALLOCATIONS + "a", "{}");
    patch(VPC + "/subnets/s", "{'access_mode': 'Public'}");
    conflicts(
        "/external_address_binding",
        PORT,
        "{'external_address_binding': {'allocated_external_ip_path': '" + ALLOCATIONS + "a'}}");
  }

  @Test
  void an_empty_text_for_the_block_is_no_other_block() {
    patch(ALLOCATIONS + "a", "{}");
    patch(ALLOCATIONS + "a", "{'ip_block': '', 'description': 'changed'}");
    shows(ALLOCATIONS + "a", "{'description': 'changed', 'allocation_ips': '10.110.0.0'}");
  }
}
