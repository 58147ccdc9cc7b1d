package io.nsxsim.catalogue.vpcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;

/** What the machines of a VPC appear as outside of it. */
class DefaultSnatTest extends VpcTest {

  private static final String RULES = VPC + "/nat/DEFAULT/nat-rules";
  private static final String RULE = RULES + "/192_168_44_0_24";
  private static final String ADDRESS = VPC + "/ip-address-allocations/default-snat-ip";

  private void profile(String gateway) {
    patch(
        PROFILE,
        "{'external_ip_blocks': ['/infra/ip-blocks/public'], 'service_gateway': " + gateway + "}");
  }

  private boolean isThere(String path) {
    int end = path.lastIndexOf('/');
    return ids(path.substring(0, end)).contains(path.substring(end + 1));
  }

  private void translate(boolean wanted) {
    profile("{'enable': true, 'nat_config': {'enable_default_snat': " + wanted + "}}");
  }

  @Test
  void a_vpc_without_a_gateway_for_services_is_not_translated() {
    assertThat(isThere(RULE)).isFalse();
    profile("{'enable': false, 'nat_config': {'enable_default_snat': true}}");
    assertThat(isThere(RULE)).isFalse();
  }

  @Test
  void private_networks_appear_as_one_external_address() {
    translate(true);
    patch(VPC, "{'private_ips': ['192.168.44.0/24', '192.168.50.0/24']}");
    assertThat(read(RULE).path("action").asString()).isEqualTo("SNAT");
    assertThat(read(RULE).path("source_network").asString()).isEqualTo("192.168.44.0/24");
    assertThat(read(RULE).path("translated_network").asString()).isEqualTo("10.110.0.0");
    assertThat(read(RULES + "/192_168_50_0_24").path("translated_network").asString())
        .isEqualTo("10.110.0.0");
    patch(VPC + "/ip-address-allocations/a", "{}");
    assertThat(read(VPC + "/ip-address-allocations/a").path("allocation_ips").asString())
        .isEqualTo("10.110.0.1");
  }

  @Test
  void the_rule_goes_with_its_network() {
    translate(true);
    patch(VPC, "{'private_ips': ['192.168.50.0/24']}");
    assertThat(isThere(RULE)).isFalse();
    assertThat(isThere(RULES + "/192_168_50_0_24")).isTrue();
  }

  @Test
  void nothing_is_left_when_it_is_switched_off() {
    translate(true);
    translate(false);
    assertThat(isThere(RULE)).isFalse();
    assertThat(isThere(ADDRESS)).isFalse();
  }

  @Test
  void nothing_is_left_when_the_vpc_is_detached() {
    translate(true);
    delete(VPC + "/attachments/default");
    assertThat(isThere(RULE)).isFalse();
    assertThat(isThere(ADDRESS)).isFalse();
    delete(VPC);
  }

  @Test
  void the_address_can_be_chosen() {
    translate(true);
    delete(VPC + "/attachments/default");
    patch(
        VPC + "/attachments/default",
        "{'preferred_default_snat_ip': '10.110.0.9', 'vpc_connectivity_profile': '"
            + PROFILE
            + "'}");
    assertThat(read(RULE).path("translated_network").asString()).isEqualTo("10.110.0.9");
  }

  @Test
  void clients_do_not_delete_the_rule_or_its_address() {
    translate(true);
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(RULE));
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(ADDRESS));
  }

  @Test
  void a_gateway_is_taken_although_no_address_is_left() {
    patch(VPC + "/ip-address-allocations/all", "{'allocation_size': 256}");
    translate(true);
    assertThat(isThere(RULE)).isFalse();
    delete(VPC + "/ip-address-allocations/all");
    translate(true);
    patch(VPC, "{'private_ips': ['192.168.44.0/24'], 'description': 'again'}");
    assertThat(isThere(RULE)).isTrue();
  }

  @Test
  void a_vpc_of_the_older_form_says_it_itself() {
    patch(
        DEV + "/vpcs/old",
        "{'external_ipv4_blocks': ['/infra/ip-blocks/public'], 'private_ipv4_blocks': ['"
            + DEV
            + "/infra/ip-blocks/tgw'], 'service_gateway': {'auto_snat': true}}");
    assertThat(
            read(DEV + "/vpcs/old/nat/DEFAULT/nat-rules/172_30_0_0_24")
                .path("translated_network")
                .asString())
        .isEqualTo("10.110.0.0");
  }
}
