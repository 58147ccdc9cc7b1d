package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An IPv6 host outside calls an IPv4 machine by an address that contains the machine's. */
class Nat64Test {

  private static final String POLICY =
      """
      {'/infra/tier-0s/core/locale-services/ls/interfaces/up': {subnets: [
           {ip_addresses: ['192.168.10.1'], prefix_len: 24},
           {ip_addresses: ['2001:db8:ff::1'], prefix_len: 64}]},
       '/infra/tier-0s/core/static-routes/v6': {network: '::/0',
           next_hops: [{ip_address: '2001:db8:ff::254'}]},
       '/infra/tier-0s/core/nat/NAT64/nat-rules/r': {action: 'NAT64', source_network: 'ANY',
           destination_network: 'PREFIX::/96', translated_network: '10.64.0.0-10.64.0.7'}}
      """;

  private static final String INVENTORY =
      PlainNetwork.INVENTORY
          .replace(
              "interfaces: [{address: '192.168.10.254/24'}],",
              "interfaces: [{address: '192.168.10.254/24'}, {address: '2001:db8:ff::254/64'}],")
          .replace("routes: [", "routes: [{network: 'PREFIX::/96', next_hops: ['2001:db8:ff::1']},")
          .replace(
              "external_hosts: [",
              "external_hosts: [{id: 'six', ip_address: '2001:db8:e::6', router_id: 'isp',"
                  + " hops: [{ip_address: '2001:db8:e::1'}]},");

  @ParameterizedTest
  @CsvSource({"64:ff9b", "2001:db8:64"})
  void a_prefix_of_the_rule_leads_to_the_ipv4_machine_and_back(String prefix) {
    Network network = network(prefix);
    Trace trace = network.trace("six", prefix + "::a01:105", Protocol.TCP, 22);
    Packet arrived = trace.hops().getLast().before();

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(arrived.destination()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(arrived.source().toString()).startsWith("10.64.0.");
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_ping_becomes_one_of_the_other_family() {
    Trace trace = network("64:ff9b").trace("six", "64:ff9b::a01:105", Protocol.ICMPV6, 0);

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.hops().getLast().before().protocol()).isEqualTo(Protocol.ICMP);
    assertThat(trace.hops().getLast().before().sourcePort()).isEqualTo(8);
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void errors_from_behind_are_written_in_the_prefix() {
    assertThat(network("64:ff9b").traceroute("six", "64:ff9b::a01:105"))
        .containsExactly(
            "2001:db8:e::1",
            "2001:db8:ff::254",
            "2001:db8:ff::1",
            "64:ff9b::6440:101",
            "64:ff9b::a01:105");
  }

  @Test
  void without_a_firewall_the_translation_is_remembered_all_the_same() {
    Network network = network("64:ff9b", "{'/infra/tier-0s/core': {disable_firewall: true}}");

    assertThat(
            network
                .trace("six", "64:ff9b::a01:105", Protocol.TCP, 22)
                .returnPath()
                .orElseThrow()
                .verdict())
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void another_prefix_is_not_translated() {
    Network network =
        network(
            "64:ff9b",
            "{'/infra/tier-0s/core/nat/NAT64/nat-rules/r':"
                + " {destination_network: '2001:db8:1::/96'}}");

    assertThat(network.trace("six", "64:ff9b::a01:105").verdict()).isNotEqualTo(Verdict.REACHED);
  }

  private static Network network(String prefix, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = POLICY.replace("PREFIX", prefix);
    System.arraycopy(more, 0, all, 1, more.length);
    return PlainNetwork.of(INVENTORY.replace("PREFIX", prefix), all);
  }
}
