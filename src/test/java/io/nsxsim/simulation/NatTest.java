package io.nsxsim.simulation;

import static io.nsxsim.simulation.NatNetwork.SNAT;
import static io.nsxsim.simulation.NatNetwork.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Address translation at a tier-1's router link and a tier-0's uplink. */
class NatTest {

  @Test
  void what_leaves_by_the_router_link_carries_the_translated_address() {
    Trace trace = network(SNAT).trace("a1", "web");

    assertThat(network(SNAT).traceroute("a1", "web"))
        .containsExactly("10.1.1.1", "100.64.1.0", "192.168.10.254", "203.0.113.1", "203.0.113.80");
    assertThat(trace.hops().getFirst().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(trace.hops().getFirst().after().source()).isEqualTo(IpAddress.of("198.51.100.7"));
    assertThat(trace.hops().getFirst().steps())
        .extracting(Step::kind, Step::path, Step::detail)
        .contains(
            tuple(
                Step.Kind.NAT,
                Optional.of(new PolicyPath("/infra/tier-1s/a/nat/USER/nat-rules/snat")),
                "SNAT 198.51.100.7"));
  }

  @Test
  void without_translation_the_private_network_gets_no_answer() {
    Network network = network("{}");

    assertThat(network.traceroute("a1", "b1").subList(0, 4))
        .containsExactly("10.1.1.1", "*", "*", "*");
  }

  @Test
  void between_segments_of_one_tier1_nothing_is_translated() {
    Trace trace = network(SNAT).trace("a1", "a2");

    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
  }

  @Test
  void an_exemption_with_a_lower_number_wins() {
    String exempt =
        """
        {'/infra/tier-1s/a/nat/USER/nat-rules/not': {action: 'NO_SNAT', sequence_number: 10,
             source_network: '10.1.0.0/16', destination_network: '10.2.0.0/16'}}
        """;

    assertThat(network(SNAT, exempt).trace("a1", "b1").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(
            network(SNAT, exempt.replace("number: 10", "number: 200"))
                .trace("a1", "b1")
                .hops()
                .getLast()
                .before()
                .source())
        .isEqualTo(IpAddress.of("198.51.100.7"));
  }

  @Test
  void sections_come_before_numbers() {
    String internal =
        """
        {'/infra/tier-1s/a/nat/INTERNAL/nat-rules/first': {action: 'SNAT', sequence_number: 999,
             source_network: '10.1.0.0/16', translated_network: '198.51.100.8'},
         '/infra/tier-1s/a/nat/DEFAULT/nat-rules/last': {action: 'SNAT', sequence_number: 1,
             source_network: '10.1.0.0/16', translated_network: '198.51.100.9'}}
        """;

    assertThat(network(SNAT, internal).trace("a1", "web").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("198.51.100.8"));
  }

  @Test
  void a_rule_that_is_disabled_does_nothing() {
    Network network =
        network(SNAT, "{'/infra/tier-1s/a/nat/USER/nat-rules/snat': {enabled: false}}");

    assertThat(network.trace("a1", "web").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("10.1.1.5"));
  }

  @Test
  void a_pool_gives_a_source_always_the_same_of_its_addresses() {
    Network network =
        network(
            """
            {'/infra/tier-1s/a/nat/USER/nat-rules/snat': {action: 'SNAT', source_network:
                 '10.1.0.0/16', translated_network: '198.51.100.16-198.51.100.19'}}
            """);
    IpAddress first = network.trace("a1", "web").hops().getLast().before().source();

    assertThat(first.folded() & -4).isEqualTo(IpAddress.of("198.51.100.16").folded());
    assertThat(network.trace("a1", "web").hops().getLast().before().source()).isEqualTo(first);
    assertThat(network.traceroute("a1", "web").getLast()).isEqualTo("203.0.113.80");
  }

  @Test
  void a_tier1_without_edge_translates_nothing_and_says_so() {
    Network network =
        network(SNAT, "{'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: null}}");
    Trace trace = network.trace("a1", "web");

    assertThat(trace.hops().getLast().before().source()).isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("no edge cluster"));
  }

  @Test
  void a_label_stands_for_its_interfaces_in_a_scope() {
    String snat =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/labels/l': {refs: ['/infra/tier-0s/core/locale-services/ls/interfaces/INTERFACE']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.1.0.0/16', translated_network: '192.168.10.99',
             scope: ['/infra/labels/l']}}
        """;

    assertThat(translated(snat.replace("INTERFACE", "up"))).isEqualTo("192.168.10.99");
    assertThat(translated(snat.replace("INTERFACE", "other"))).isEqualTo("10.1.1.5");
  }

  @Test
  void a_tier0_translates_at_its_uplink_and_not_between_tier1s() {
    String snat =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.1.0.0/16', translated_network: '192.168.10.99'}}
        """;

    assertThat(network(snat).trace("a1", "b1").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("10.1.1.5"));
    assertThat(network(snat).trace("a1", "web").hops().getLast().before().source())
        .isEqualTo(IpAddress.of("192.168.10.99"));
    assertThat(network(snat).traceroute("a1", "web"))
        .containsExactly("10.1.1.1", "100.64.1.0", "192.168.10.254", "203.0.113.1", "203.0.113.80");
  }

  @Test
  void with_a_scope_a_rule_applies_on_that_interface_only() {
    String snat =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED']},
         '/infra/tier-0s/core/nat/USER/nat-rules/r': {action: 'SNAT',
             source_network: '10.1.0.0/16', translated_network: '192.168.10.99',
             scope: ['/infra/tier-0s/core/locale-services/ls/interfaces/INTERFACE']}}
        """;

    assertThat(translated(snat.replace("INTERFACE", "up"))).isEqualTo("192.168.10.99");
    assertThat(translated(snat.replace("INTERFACE", "other"))).isEqualTo("10.1.1.5");
  }

  @Test
  void answers_to_what_came_in_are_translated_when_nothing_keeps_their_session() {
    String open =
        """
        {'/infra/tier-1s/a': {route_advertisement_types: ['TIER1_CONNECTED'],
             disable_firewall: DISABLED}}
        """;

    assertThat(
            network(SNAT, open.replace("DISABLED", "false"))
                .trace("b1", "a1", Protocol.TCP, 22)
                .returnPath()
                .orElseThrow()
                .verdict())
        .isEqualTo(Verdict.REACHED);
    assertThat(
            network(SNAT, open.replace("DISABLED", "true"))
                .trace("b1", "a1", Protocol.TCP, 22)
                .returnPath()
                .orElseThrow()
                .verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void the_gateway_owns_its_translated_addresses() {
    assertThat(network(SNAT).traceroute("b1", "198.51.100.7"))
        .containsExactly("10.2.1.1", "100.64.2.0", "198.51.100.7");
  }

  private static String translated(String policy) {
    List<Hop> hops = network(policy).trace("a1", "web").hops();
    return hops.getLast().before().source().toString();
  }
}
