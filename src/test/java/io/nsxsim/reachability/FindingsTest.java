package io.nsxsim.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.inventory.document.InventoryDocument;
import io.nsxsim.simulation.HierarchicalBody;
import io.nsxsim.simulation.Network;
import io.nsxsim.simulation.Options;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is found, and what is not, in small networks. */
class FindingsTest {

  private static final String TENANT =
      """
      {'/infra/tier-0s/core': {},
       '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/c'},
       '/infra/segments/s1': {connectivity_path: '/infra/tier-1s/a',
           subnets: [{gateway_address: '10.1.1.1/24'}]}}
      """;

  @Test
  void a_rule_behind_one_that_means_more_is_shadowed() {
    assertThat(
            rules(
                "{id: 'a', sequence_number: 1, action: 'DROP', source_groups: ['10.0.0.0/8']}",
                "{id: 'b', sequence_number: 2, action: 'ALLOW', source_groups: ['10.1.0.0/16']}"))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.SHADOWED_FIREWALL_RULE);
  }

  @Test
  void a_rule_behind_one_that_means_less_is_not_shadowed() {
    assertThat(
            rules(
                "{id: 'a', sequence_number: 1, action: 'DROP', source_groups: ['10.1.0.0/16']}",
                "{id: 'b', sequence_number: 2, action: 'ALLOW', source_groups: ['10.0.0.0/8']}"))
        .isEmpty();
  }

  @Test
  void a_rule_that_applies_nowhere_is_shadowed_by_none() {
    assertThat(
            rules(
                "{id: 'a', sequence_number: 1, action: 'DROP', scope: ['/infra/groups/none']}",
                "{id: 'b', sequence_number: 2, action: 'ALLOW', scope: ['/infra/groups/none']}"))
        .isEmpty();
  }

  @Test
  void a_negated_group_is_a_set_like_others() {
    String others =
        "{id: 'a', sequence_number: 1, action: 'DROP', sources_excluded: true,"
            + " source_groups: ['10.1.0.0/16']}";

    assertThat(
            rules(
                others,
                "{id: 'b', sequence_number: 2, action: 'ALLOW', source_groups: ['10.2.0.0/16']}"))
        .hasSize(1);
    assertThat(
            rules(
                others,
                "{id: 'b', sequence_number: 2, action: 'ALLOW', source_groups: ['10.1.2.0/24']}"))
        .isEmpty();
  }

  @Test
  void a_rule_of_another_direction_shadows_nothing() {
    assertThat(
            rules(
                "{id: 'a', sequence_number: 1, action: 'DROP', direction: 'IN'}",
                "{id: 'b', sequence_number: 2, action: 'ALLOW', direction: 'IN_OUT'}"))
        .isEmpty();
  }

  @Test
  void a_nat_rule_behind_one_that_means_more_is_shadowed() {
    List<Finding> found =
        find(
            """
            {'/infra/tier-1s/a/nat/USER/nat-rules/x': {action: 'SNAT', sequence_number: 1,
                 source_network: '10.0.0.0/8', translated_network: '198.51.100.1'},
             '/infra/tier-1s/a/nat/USER/nat-rules/y': {action: 'NO_SNAT', sequence_number: 2,
                 source_network: '10.1.0.0/16', destination_network: '10.2.0.0/16'}}
            """);

    assertThat(found).extracting(Finding::kind).containsExactly(Finding.Kind.SHADOWED_NAT_RULE);
    assertThat(found.getFirst().paths().getFirst())
        .hasToString("/infra/tier-1s/a/nat/USER/nat-rules/y");
  }

  @Test
  void a_network_that_is_advertised_and_not_there_goes_round() {
    String uplink =
        """
        {'/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c'},
         '/infra/tier-0s/core/locale-services/ls/interfaces/up':
             {subnets: [{ip_addresses: ['192.168.10.1'], prefix_len: 24}]},
         '/infra/tier-0s/core/static-routes/out': {network: '0.0.0.0/0',
             next_hops: [{ip_address: '192.168.10.254'}]}}
        """;
    String router =
        """
        {physical_routers: [{id: 'isp', interfaces: [{address: '192.168.10.254/24'}],
            routes: [{network: '10.9.0.0/16', next_hops: ['192.168.10.1']}]}]}
        """;
    List<Finding> found = Findings.of(Network.of(router, TENANT, uplink).fabric(), Options.DEFAULT);

    assertThat(found).extracting(Finding::kind).containsExactly(Finding.Kind.LOOP);
    assertThat(found.getFirst().sentence()).contains("10.9.0.0");
  }

  /** Answers of a machine with two cards leave by the card that its default route is on. */
  private static final String TWO_CARDS =
      """
      {virtual_machines: [
         {id: 'both', interfaces: [
            {segment_port_path: '/infra/segments/s2/ports/both', ip_addresses: ['10.2.2.2/24']},
            {segment_port_path: '/infra/segments/s1/ports/both', ip_addresses: ['10.1.1.2/24'],
             default_gateway: '10.1.1.1'}]},
         {id: 'other', interfaces: [
            {segment_port_path: '/infra/segments/s3/ports/other', ip_addresses: ['10.3.3.2/24'],
             default_gateway: '10.3.3.1'}]}]}
      """;

  private static final String SECOND_TENANT =
      """
      {'/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/s2': {connectivity_path: '/infra/tier-1s/b',
           subnets: [{gateway_address: '10.2.2.1/24'}]},
       '/infra/tier-1s/c': {tier0_path: '/infra/tier-0s/core',
           route_advertisement_types: ['TIER1_CONNECTED']},
       '/infra/segments/s3': {connectivity_path: '/infra/tier-1s/c',
           subnets: [{gateway_address: '10.3.3.1/24'}]}}
      """;

  @Test
  void an_answer_that_misses_a_stateful_firewall_is_asymmetric() {
    String serviceRouter =
        "{'/infra/tier-1s/b/locale-services/ls': {edge_cluster_path: '/infra/c'}}";

    List<Finding> found = asymmetric(TWO_CARDS, TENANT, SECOND_TENANT, serviceRouter);

    assertThat(found)
        .flatExtracting(Finding::paths)
        .extracting(Object::toString)
        .contains("/infra/tier-1s/b");
  }

  @Test
  void an_answer_that_takes_other_routers_without_sessions_is_no_finding() {
    String distributed =
        TENANT.replace(
            "'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/c'},", "");

    assertThat(asymmetric(TWO_CARDS, distributed, SECOND_TENANT)).isEmpty();
  }

  @Test
  void an_answer_that_a_firewall_drops_because_it_has_not_seen_the_question_is_asymmetric() {
    String inbound =
        """
        {'/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
            {id: 'none', action: 'DROP', scope: ['/infra/tier-1s/a'], direction: 'IN_OUT',
             source_groups: ['10.1.1.0/24', '10.2.2.0/24'], sequence_number: 1}]}}
        """;

    List<Finding> found = asymmetric(TWO_CARDS, TENANT, SECOND_TENANT, inbound);

    assertThat(found)
        .flatExtracting(Finding::paths)
        .extracting(Object::toString)
        .containsExactly("/infra/tier-1s/a");
  }

  @Test
  void the_reference_scenario_has_no_asymmetric_path() {
    Network network =
        Network.of(
            HierarchicalBody.flatten(HierarchicalBody.file("infra.json")),
            InventoryDocument.replace(
                JsonMapper.shared().readTree(HierarchicalBody.file("inventory.json"))));

    assertThat(AsymmetricPaths.find(network.fabric(), Options.DEFAULT)).isEmpty();
  }

  private static List<Finding> asymmetric(String inventory, String... policies) {
    return AsymmetricPaths.find(Network.of(inventory, policies).fabric(), Options.DEFAULT);
  }

  private static List<Finding> rules(String... rules) {
    return find(
        "{'/infra/domains/default/security-policies/p': {category: 'Application', rules: ["
            + String.join(", ", rules)
            + "]}}");
  }

  private static List<Finding> find(String more) {
    return Findings.of(Network.of("{}", TENANT, more).fabric(), Options.DEFAULT);
  }
}
