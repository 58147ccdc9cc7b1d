package io.nsxsim.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Fate;
import io.nsxsim.simulation.Network;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Outcome;
import io.nsxsim.simulation.RandomNetwork;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.simulation.Verdict;
import io.nsxsim.simulation.VpcNetwork;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix says of every pair what a trace of it says. */
class MatrixTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_cell_is_what_the_trace_of_its_pair_comes_down_to(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    Fabric fabric =
        Network.of(random.inventory(), random.policy(), random.rules(seed), groupRules(seed))
            .fabric();
    for (Protocol protocol : List.of(Protocol.ICMP, Protocol.TCP)) {
      assertEqual(fabric, protocol, "seed " + seed);
    }
  }

  @Test
  void the_same_holds_for_vpcs() {
    List<Network> networks =
        List.of(
            VpcNetwork.with(),
            VpcNetwork.with(VpcNetwork.CENTRALIZED, VpcNetwork.SNAT, VpcNetwork.EXTERNAL),
            VpcNetwork.onVlan(VpcNetwork.DISTRIBUTED, VpcNetwork.EXTERNAL));
    for (Network network : networks) {
      assertEqual(network.fabric(), Protocol.ICMP, "VPCs");
      assertEqual(network.fabric(), Protocol.TCP, "VPCs");
    }
  }

  @Test
  void a_machine_is_not_reached_where_another_has_its_address() {
    Fabric fabric = VpcNetwork.overlapping().fabric();
    Request request = all(fabric, Protocol.TCP);
    List<String> names = request.from().stream().map(Workload::label).toList();
    int blue = names.indexOf("blue-transit (blue-transit)");
    int own = names.indexOf("blue-private (blue-private)");
    int other = names.indexOf("red-private (red-private)");
    Matrix matrix = new Matrix(fabric, Options.DEFAULT, request);

    assertThat(matrix.outcome(blue, own).reaches()).isTrue();
    assertThat(matrix.outcome(blue, other).fate()).isEqualTo(Fate.OTHER_HOST);
    assertThat(matrix.outcome(own, other).verdict()).isEqualTo(Verdict.NO_ROUTE);
    assertEqual(fabric, Protocol.TCP, "two machines of one address");
    assertEqual(fabric, Protocol.ICMP, "two machines of one address");
  }

  @Test
  void machines_of_one_tier1_and_one_group_are_one_class() {
    Fabric fabric = twoTenants("{}");
    Matrix matrix = new Matrix(fabric, Options.DEFAULT, all(fabric, Protocol.TCP));

    assertThat(matrix.placeOfSource(0).routing()).isEqualTo(matrix.placeOfSource(1).routing());
    assertThat(matrix.placeOfSource(0).filtering()).isEqualTo(matrix.placeOfSource(1).filtering());
    assertThat(matrix.placeOfSource(0).routing()).isNotEqualTo(matrix.placeOfSource(2).routing());
    assertThat(matrix.counts().values()).containsExactly(12L);
  }

  @Test
  void a_rule_about_one_machine_is_about_no_other() {
    Fabric fabric =
        twoTenants(
            """
            {'/infra/domains/default/security-policies/p': {category: 'Application', rules: [
                {id: 'r', action: 'DROP', destination_groups: ['10.1.2.5']}]}}
            """);
    Matrix matrix = new Matrix(fabric, Options.DEFAULT, all(fabric, Protocol.TCP));

    assertThat(matrix.outcome(0, 1).reaches()).isFalse();
    assertThat(matrix.outcome(0, 1).decidedBy())
        .hasToString("Optional[/infra/domains/default/security-policies/p/rules/r]");
    assertThat(matrix.outcome(1, 0).reaches()).isTrue();
    assertThat(matrix.outcome(0, 2).reaches()).isTrue();
    assertEqual(fabric, Protocol.TCP, "two tenants");
  }

  private static void assertEqual(Fabric fabric, Protocol protocol, String where) {
    Request request = all(fabric, protocol);
    Matrix matrix = new Matrix(fabric, Options.DEFAULT, request);
    Tracer tracer = new Tracer(fabric);
    long pairs = matrix.counts().values().stream().mapToLong(Long::longValue).sum();
    for (int i = 0; i < request.from().size(); i++) {
      for (int j = 0; j < request.to().size(); j++) {
        Workload from = request.from().get(i);
        Workload to = request.to().get(j);
        Outcome traced =
            Outcome.of(
                tracer.trace(Pairs.flow(fabric, from, to, protocol, request.port()).orElseThrow()));
        assertThat(matrix.outcome(i, j))
            .as("%s: %s from %s to %s", where, protocol, from.label(), to.label())
            .isEqualTo(traced);
      }
    }
    long size = request.from().size();
    assertThat(pairs).isEqualTo(size * (size - 1));
  }

  static Request all(Fabric fabric, Protocol protocol) {
    List<Workload> all = fabric.directory().workloads();
    return new Request(all, all, protocol, protocol.hasPorts() ? 443 : 0);
  }

  /** Rules that meet several machines at once, of some tier-1s, stateful or not. */
  private static String groupRules(long seed) {
    return """
    {'/infra/domains/default/groups/g': {expression: [{resource_type: 'IPAddressExpression',
         ip_addresses: ['10.1.0.0/16', '10.2.1.0/24', '198.51.100.%d']}]},
     '/infra/domains/default/security-policies/q': {category: 'Environment', stateful: %b, rules: [
         {id: 'a', action: '%s', source_groups: ['/infra/domains/default/groups/g'],
          destination_groups: ['10.2.0.0-10.3.1.255']},
         {id: 'b', action: 'DROP', direction: 'OUT', sequence_number: 2,
          source_groups: ['10.3.0.0/16'], destination_groups: ['10.1.1.0/24']},
         {id: 'c', action: 'DROP', direction: 'IN', sequence_number: 3,
          source_groups: ['198.51.100.2'], destination_groups: ['10.1.0.0/16']}]}}
    """
        .formatted(1 + seed % 3, seed % 2 == 0, seed % 5 == 0 ? "REJECT" : "ALLOW");
  }

  private static Fabric twoTenants(String rules) {
    return Network.of(
            """
            {virtual_machines: [
              {id: 'a1', interfaces: [{segment_port_path: '/infra/segments/s1/ports/a1',
                  ip_addresses: ['10.1.1.5/24'], default_gateway: '10.1.1.1'}]},
              {id: 'a2', interfaces: [{segment_port_path: '/infra/segments/s2/ports/a2',
                  ip_addresses: ['10.1.2.5/24'], default_gateway: '10.1.2.1'}]},
              {id: 'b1', interfaces: [{segment_port_path: '/infra/segments/s3/ports/b1',
                  ip_addresses: ['10.2.1.5/24'], default_gateway: '10.2.1.1'}]},
              {id: 'b2', interfaces: [{segment_port_path: '/infra/segments/s3/ports/b2',
                  ip_addresses: ['10.2.1.6/24'], default_gateway: '10.2.1.1'}]}]}
            """,
            """
            {'/infra/tier-0s/core': {},
             '/infra/tier-1s/a': {tier0_path: '/infra/tier-0s/core',
                 route_advertisement_types: ['TIER1_CONNECTED']},
             '/infra/tier-1s/b': {tier0_path: '/infra/tier-0s/core',
                 route_advertisement_types: ['TIER1_CONNECTED']},
             '/infra/segments/s1': {connectivity_path: '/infra/tier-1s/a',
                 subnets: [{gateway_address: '10.1.1.1/24'}]},
             '/infra/segments/s2': {connectivity_path: '/infra/tier-1s/a',
                 subnets: [{gateway_address: '10.1.2.1/24'}]},
             '/infra/segments/s3': {connectivity_path: '/infra/tier-1s/b',
                 subnets: [{gateway_address: '10.2.1.1/24'}]}}
            """,
            rules)
        .fabric();
  }
}
