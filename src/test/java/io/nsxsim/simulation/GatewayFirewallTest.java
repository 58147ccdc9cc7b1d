package io.nsxsim.simulation;

import static io.nsxsim.simulation.FirewallNetwork.INVENTORY;
import static io.nsxsim.simulation.FirewallNetwork.POLICY;
import static io.nsxsim.simulation.FirewallNetwork.gateway;
import static io.nsxsim.simulation.FirewallNetwork.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway firewall at router links and uplinks. */
class GatewayFirewallTest {

  private static final String GATEWAY_RULE = "/infra/domains/default/gateway-policies/p/rules/r";

  @Test
  void the_gateway_firewall_drops_behind_the_ttl_check() {
    Network network = gateway("{action: 'DROP', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "far").subList(0, 4))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "*");
    assertThat(network.trace("web", "far").decidingPath()).contains(new PolicyPath(GATEWAY_RULE));
    assertThat(network.traceroute("far", "web").getLast()).isEqualTo("10.1.1.5");
  }

  @Test
  void the_gateway_firewall_rejects_in_its_own_name() {
    Network network = gateway("{action: 'REJECT', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "far"))
        .containsExactly("10.1.1.1", "100.64.1.0", "100.64.2.1", "100.64.2.1 !X");
    assertThat(network.traceroute("web", "far", Protocol.TCP, Optional.of(80)).getLast())
        .isEqualTo("10.2.1.5");
  }

  @Test
  void what_is_sent_to_the_gateway_is_rejected_from_the_address_it_was_sent_to() {
    Network network = gateway("{action: 'REJECT', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "10.2.1.1"))
        .containsExactly("10.1.1.1", "100.64.1.0", "10.2.1.1 !X");
  }

  @Test
  void the_gateway_firewall_filters_at_service_interfaces_and_lets_answers_through() {
    String machine =
        """
        {id: 'dmz', interfaces: [{segment_port_path: '/infra/segments/dmz/ports/p',
            ip_addresses: ['10.9.9.5/24'], default_gateway: '10.9.9.1'}]},
        {id: 'web',\
        """;
    Network network =
        Network.of(
            INVENTORY.replace("{id: 'web',", machine),
            POLICY,
            """
            {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
                {id: 'r', action: 'DROP', direction: 'IN', scope: ['/infra/tier-1s/a']}]},
             '/infra/segments/dmz': {},
             '/infra/tier-1s/a/locale-services/ls/interfaces/s': {
                segment_path: '/infra/segments/dmz',
                subnets: [{ip_addresses: ['10.9.9.1'], prefix_len: 24}]}}
            """);

    assertThat(network.ping("dmz", "web")).isEqualTo(Verdict.BLOCKED);
    assertThat(network.ping("web", "dmz")).isEqualTo(Verdict.REACHED);
  }

  @Test
  void what_stays_inside_a_tier1_does_not_meet_its_firewall() {
    Network network = gateway("{action: 'DROP', scope: ['/infra/tier-1s/a']}");

    assertThat(network.ping("web", "db")).isEqualTo(Verdict.REACHED);
    assertThat(network.ping("web", "far")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_gateway_that_is_in_no_scope_is_not_concerned() {
    assertThat(gateway("{action: 'DROP', scope: ['/infra/tier-1s/other']}").ping("web", "far"))
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_firewall_that_is_disabled_or_has_no_edge_does_nothing() {
    String rule = "{action: 'DROP', scope: ['/infra/tier-1s/b']}";

    assertThat(gateway(rule, "{'/infra/tier-1s/b': {disable_firewall: true}}").ping("web", "far"))
        .isEqualTo(Verdict.REACHED);
    Network noEdge =
        gateway(rule, "{'/infra/tier-1s/b/locale-services/ls': {edge_cluster_path: null}}");
    assertThat(noEdge.ping("web", "far")).isEqualTo(Verdict.REACHED);
    assertThat(noEdge.trace("web", "far").assumptions())
        .anyMatch(text -> text.contains("no edge cluster"));
  }

  @Test
  void a_stateful_gateway_lets_answers_in_and_a_stateless_one_does_not() {
    String allowOut =
        """
        {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules',
            stateful: STATE, rules: [
               {id: 'out', sequence_number: 1, action: 'ALLOW', direction: 'OUT',
                scope: ['/infra/tier-1s/a']},
               {id: 'in', sequence_number: 2, action: 'DROP', direction: 'IN',
                scope: ['/infra/tier-1s/a']}]}}
        """;

    assertThat(back(allowOut.replace("STATE", "true"))).isEqualTo(Verdict.REACHED);
    assertThat(back(allowOut.replace("STATE", "false"))).isEqualTo(Verdict.BLOCKED);
    assertThat(Network.of(INVENTORY, POLICY, allowOut.replace("STATE", "true")).ping("far", "web"))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_probe_to_the_gateway_itself_meets_its_firewall_too() {
    Network network = gateway("{action: 'DROP', direction: 'IN', scope: ['/infra/tier-1s/b']}");

    assertThat(network.traceroute("web", "10.2.1.1").subList(0, 3))
        .containsExactly("10.1.1.1", "100.64.1.0", "*");
  }

  @Test
  void the_gateway_firewall_leaves_open_what_depends_on_contents() {
    String rules =
        """
        {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
            {id: 'q', sequence_number: 1, action: 'FIRST', scope: ['/infra/tier-1s/b'],
             profiles: ['/infra/context-profiles/dns']},
            {id: 'r', sequence_number: 2, action: 'REST', scope: ['/infra/tier-1s/b']}]}}
        """;

    assertThat(with(rules.replace("FIRST", "DROP").replace("REST", "ALLOW")).ping("web", "far"))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(with(rules.replace("FIRST", "ALLOW").replace("REST", "DROP")).ping("web", "far"))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(with(rules.replace("FIRST", "DROP").replace("REST", "DROP")).ping("web", "far"))
        .isEqualTo(Verdict.BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({"up, BLOCKED", "other, NO_ROUTE"})
  void a_label_stands_for_its_interfaces(String listed, Verdict verdict) {
    Network network =
        gateway(
            "{action: 'DROP', direction: 'OUT', scope: ['/infra/labels/outside']}",
            """
            {'/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c'},
             '/infra/tier-0s/core/locale-services/ls/interfaces/up':
                 {subnets: [{ip_addresses: ['192.168.10.1'], prefix_len: 24}]},
             '/infra/tier-0s/core/locale-services/ls/interfaces/other':
                 {subnets: [{ip_addresses: ['192.168.11.1'], prefix_len: 24}]},
             '/infra/tier-0s/core/static-routes/out': {network: '0.0.0.0/0',
                 next_hops: [{ip_address: '192.168.10.254'}]},
             '/infra/labels/outside': {type: 'Tier0Interface',
                 refs: ['/infra/tier-0s/core/locale-services/ls/interfaces/%s']}}
            """
                .formatted(listed));

    assertThat(network.ping("web", "192.0.2.1"))
        .isEqualTo(verdict == Verdict.BLOCKED ? verdict : Verdict.EXITS_NETWORK);
  }

  @Test
  void the_categories_of_the_gateway_firewall_have_an_order() {
    String rules = "{";
    int number = 1;
    for (String category :
        List.of(
            "Default",
            "AutoServiceRules",
            "LocalGatewayRules",
            "SharedPreRules",
            "SystemRules",
            "Emergency")) {
      rules +=
          "'/infra/domains/default/gateway-policies/%s': {category: '%s', sequence_number: %d,"
                  .formatted(category, category, number++)
              + " rules: [{id: 'r', action: 'DROP', scope: ['/infra/tier-1s/b']}]},";
    }

    assertThat(with(rules + "}").trace("web", "far").decidingPath())
        .contains(new PolicyPath("/infra/domains/default/gateway-policies/Emergency/rules/r"));
  }

  private Verdict back(String rules) {
    return Network.of(INVENTORY, POLICY, rules)
        .trace("web", "far", Protocol.TCP, 443)
        .returnPath()
        .orElseThrow()
        .verdict();
  }
}
