package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A tier-0 and a router that tell each other routes by OSPF. */
class OspfTest {

  private static final String POLICY =
      """
      {'/infra/tier-0s/core/locale-services/ls/bgp': {enabled: false},
       '/infra/tier-0s/core/locale-services/ls/ospf': {enabled: true},
       '/infra/tier-0s/core/locale-services/ls/interfaces/up': {ospf: {enabled: true}},
       '/infra/tier-0s/core/locale-services/ls': {route_redistribution_config: {
           ospf_enabled: true, redistribution_rules: [{destinations: ['OSPF'],
               route_redistribution_types: ['TIER1_CONNECTED']}]}}}
      """;

  @Test
  void both_sides_learn_and_a_neighbor_is_assumed() {
    Network network = PlainNetwork.with(POLICY);
    Trace trace = network.trace("a1", "web");

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.returnPath().orElseThrow().verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.hops().get(1).steps()).anyMatch(step -> step.detail().startsWith("o "));
    assertThat(trace.assumptions()).anyMatch(text -> text.contains("OSPF neighbor"));
  }

  @Test
  void what_is_redistributed_to_bgp_only_is_not_told() {
    Network network =
        PlainNetwork.with(POLICY.replace("destinations: ['OSPF']", "destinations: ['BGP']"));

    assertThat(network.trace("a1", "web").returnPath().orElseThrow().verdict())
        .isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void networks_of_a_type_that_no_rule_names_are_not_told() {
    Network network = PlainNetwork.with(POLICY.replace("'TIER1_CONNECTED'", "'TIER1_NAT'"));

    assertThat(network.trace("a1", "web").returnPath().orElseThrow().verdict())
        .isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void without_the_process_the_interface_or_the_switch_nothing_is_told() {
    assertThat(
            PlainNetwork.with(POLICY.replace("ospf': {enabled: true}", "ospf': {enabled: false}"))
                .trace("a1", "web")
                .fate())
        .isEqualTo(Fate.NO_ROUTE);
    assertThat(
            PlainNetwork.with(POLICY.replace("ospf: {enabled: true}", "ospf: {enabled: false}"))
                .trace("a1", "web")
                .fate())
        .isEqualTo(Fate.NO_ROUTE);
    assertThat(
            PlainNetwork.with(POLICY.replace("ospf_enabled: true", "ospf_enabled: false"))
                .trace("a1", "web")
                .returnPath()
                .orElseThrow()
                .verdict())
        .isNotEqualTo(Verdict.REACHED);
  }

  @Test
  void bgp_goes_before_ospf() {
    Network network =
        PlainNetwork.with(
            POLICY, "{'/infra/tier-0s/core/locale-services/ls/bgp': {enabled: true}}");

    assertThat(network.trace("a1", "web").hops().get(1).steps())
        .anyMatch(step -> step.detail().startsWith("b "))
        .noneMatch(step -> step.detail().startsWith("o "));
  }

  @Test
  void a_default_route_is_originated_when_asked_for() {
    String originate =
        POLICY.replace("ospf': {enabled: true", "ospf': {enabled: true, default_originate: true");
    String without = PlainNetwork.INVENTORY.replace("{network: '0.0.0.0/0', next_hops: []}", "");

    assertThat(PlainNetwork.of(without, POLICY).traceroute("web", "192.0.2.9").get(1))
        .endsWith("!N");
    assertThat(PlainNetwork.of(without, originate).traceroute("web", "192.0.2.9").get(1))
        .doesNotEndWith("!N");
  }
}
