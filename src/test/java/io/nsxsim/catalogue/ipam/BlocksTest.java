package io.nsxsim.catalogue.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers("IpAddressBlock")
class BlocksTest extends TreeTest {

  private static final String SUBNETS = "ip-pools/p/ip-subnets/";
  private static final String OF_BLOCK =
      "{'resource_type': 'IpAddressPoolBlockSubnet', 'ip_block_path': '/infra/ip-blocks/b',"
          + " 'size': %d%s}";

  @BeforeEach
  void block() {
    patch("ip-blocks/b", "{'cidr': '10.0.0.0/28'}");
    patch("ip-pools/p", "{}");
  }

  private String cidr(String id) {
    return read(SUBNETS + id).path("allocated_cidr").asString("none");
  }

  @Test
  void subnets_are_cut_out_from_the_start() {
    patch(SUBNETS + "s", OF_BLOCK.formatted(4, ""));
    patch(SUBNETS + "t", OF_BLOCK.formatted(8, ""));
    patch(SUBNETS + "u", OF_BLOCK.formatted(4, ""));
    assertThat(cidr("s")).isEqualTo("10.0.0.0/30");
    assertThat(cidr("t")).isEqualTo("10.0.0.8/29");
    assertThat(cidr("u")).isEqualTo("10.0.0.4/30");
    assertThat(read("ip-blocks/b").path("used_size").asString()).isEqualTo("16");
    assertThat(read("ip-blocks/b").path("usage_percentage").asInt()).isEqualTo(100);
  }

  @Test
  void a_full_block_refuses_and_gives_again_what_is_given_back() {
    patch(SUBNETS + "s", OF_BLOCK.formatted(16, ""));
    refuses(Reason.BLOCK_EXHAUSTED, "/size", () -> patch(SUBNETS + "t", OF_BLOCK.formatted(4, "")));
    delete(SUBNETS + "s");
    assertThat(read("ip-blocks/b").path("used_size").asString()).isEqualTo("0");
    patch(SUBNETS + "t", OF_BLOCK.formatted(4, ""));
    assertThat(cidr("t")).isEqualTo("10.0.0.0/30");
  }

  @Test
  void a_subnet_can_start_where_it_is_told() {
    patch(SUBNETS + "s", OF_BLOCK.formatted(4, ", 'start_ip': '10.0.0.8'"));
    assertThat(cidr("s")).isEqualTo("10.0.0.8/30");
    refuses(
        Reason.BLOCK_EXHAUSTED,
        "/start_ip",
        () -> patch(SUBNETS + "t", OF_BLOCK.formatted(4, ", 'start_ip': '10.0.0.10'")));
  }

  @Test
  void the_first_host_is_the_gateway_unless_there_is_none() {
    patch(SUBNETS + "s", OF_BLOCK.formatted(8, ""));
    patch("ip-pools/p/ip-allocations/a", "{}");
    assertThat(read("ip-pools/p/ip-allocations/a").path("allocated_ip").asString())
        .isEqualTo("10.0.0.2");
    assertThat(read("ip-pools/p").at("/pool_usage/total_ips").asInt()).isEqualTo(5);
    patch(SUBNETS + "s", OF_BLOCK.formatted(8, ", 'auto_assign_gateway': false"));
    assertThat(read("ip-pools/p").at("/pool_usage/total_ips").asInt()).isEqualTo(6);
    assertThat(cidr("s")).isEqualTo("10.0.0.0/29");
  }

  @Test
  void size_is_a_power_of_two_and_stays() {
    isInvalid("/size", SUBNETS + "s", OF_BLOCK.formatted(6, ""));
    misses(
        "/size",
        SUBNETS + "s",
        "{'resource_type': 'IpAddressPoolBlockSubnet', 'ip_block_path': '/infra/ip-blocks/b'}");
    patch(SUBNETS + "s", OF_BLOCK.formatted(4, ""));
    conflicts("/size", SUBNETS + "s", OF_BLOCK.formatted(8, ""));
  }

  @Test
  void a_missing_block_gives_nothing() {
    refuses(
        Reason.INVALID_PATH,
        "ip_block_path",
        () -> patch(SUBNETS + "s", OF_BLOCK.formatted(4, "").replace("/b'", "/none'")));
    refuses(
        Reason.INVALID_PATH,
        "ip_block_path",
        () -> patch(SUBNETS + "s", OF_BLOCK.formatted(4, "").replace("ip-blocks/b'", "nothing'")));
  }

  @Test
  void a_block_in_use_stays_and_keeps_what_is_used() {
    patch(SUBNETS + "s", OF_BLOCK.formatted(4, ", 'start_ip': '10.0.0.8'"));
    refuses(Reason.IN_USE, "", () -> delete("ip-blocks/b"));
    conflicts("/cidr", "ip-blocks/b", "{'cidr': '10.0.0.0/29'}");
    conflicts("/visibility", "ip-blocks/b", "{'cidr': '10.0.0.0/28', 'visibility': 'EXTERNAL'}");
    patch("ip-blocks/b", "{'cidr': '10.0.0.8/30'}");
    delete(SUBNETS + "s");
    patch("ip-blocks/b", "{'cidr': '192.0.2.0/24'}");
    delete("ip-blocks/b");
  }

  @Test
  void a_block_gives_its_space_back_when_its_pool_goes() {
    patch(SUBNETS + "s", OF_BLOCK.formatted(4, ""));
    patchTree(
        "{'resource_type': 'ChildIpAddressPool', 'marked_for_delete': true,"
            + " 'IpAddressPool': {'resource_type': 'IpAddressPool', 'id': 'p'}}");
    assertThat(read("ip-blocks/b").path("used_size").asString()).isEqualTo("0");
  }

  @Test
  void a_block_names_addresses_once_and_of_one_family() {
    misses("/cidr", "ip-blocks/c", "{}");
    conflicts("/cidrs", "ip-blocks/c", "{'cidrs': ['10.0.0.0/24', '10.0.0.0/28']}");
    conflicts("/cidrs", "ip-blocks/c", "{'cidrs': ['10.0.0.0/24', '2001:db8::/64']}");
    conflicts(
        "/excluded_ips/0",
        "ip-blocks/c",
        "{'cidr': '10.0.0.0/24', 'excluded_ips': [{'start': '10.0.1.1', 'end': '10.0.1.2'}]}");
    isInvalid("/ranges/0", "ip-blocks/c", "{'ranges': [{'start': '10.0.0.9', 'end': '10.0.0.1'}]}");
    isInvalid("/cidr", "ip-blocks/c", "{'cidr': '10.0.0.0'}");
  }

  @Test
  void excluded_addresses_are_not_given_away() {
    patch(
        "ip-blocks/b",
        "{'cidrs': ['10.0.0.0/28', '10.0.1.0/28'],"
            + " 'excluded_ips': [{'start': '10.0.0.3', 'end': '10.0.0.3'}]}");
    patch(SUBNETS + "s", OF_BLOCK.formatted(4, ""));
    patch(SUBNETS + "t", OF_BLOCK.formatted(16, ""));
    assertThat(cidr("s")).isEqualTo("10.0.0.4/30");
    assertThat(cidr("t")).isEqualTo("10.0.1.0/28");
    assertThat(read("ip-blocks/b").path("total_size").asString()).isEqualTo("31");
  }

  @Test
  void a_block_with_visibility_is_realized_synchronously() {
    patch("ip-blocks/c", "{'cidr': '2001:db8::/64', 'visibility': 'PRIVATE'}");
    assertThat(read("ip-blocks/c").path("sync_realization").asBoolean()).isTrue();
    assertThat(read("ip-blocks/c").path("ip_address_type").asString()).isEqualTo("IPV6");
  }
}
