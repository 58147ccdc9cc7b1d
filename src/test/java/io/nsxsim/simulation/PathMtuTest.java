package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long packets may be, found by probing, in {@link PlainNetwork} with a narrow uplink. */
class PathMtuTest {

  private static final String UPLINK =
      "{'/infra/tier-0s/core/locale-services/ls/interfaces/up': {mtu: 1400}}";

  @Test
  void each_answer_makes_the_next_probe_shorter() {
    PathMtu found = probe(PlainNetwork.with(UPLINK), "web");

    assertThat(found.mtu()).isEqualTo(1400);
    assertThat(found.end()).isEqualTo(PathMtu.End.REACHED);
    assertThat(lines(found))
        .containsExactly(
            "1 10.1.1.1",
            "2 100.64.1.0",
            "3 100.64.1.0 1400",
            "3 192.168.10.254",
            "4 203.0.113.1",
            "5 203.0.113.80");
  }

  @Test
  void a_path_without_a_narrow_link_is_as_wide_as_the_senders_own() {
    PathMtu found = probe(PlainNetwork.with("{}"), "b1");

    assertThat(found.mtu()).isEqualTo(1500);
    assertThat(found.lines()).allSatisfy(line -> assertThat(line.learned()).isEmpty());
  }

  @Test
  void a_narrow_link_whose_answers_are_filtered_is_a_black_hole() {
    String noIcmp =
        """
        {'/infra/tier-1s/a/locale-services/ls': {edge_cluster_path: '/infra/c'},
         '/infra/domains/default/gateway-policies/p': {category: 'LocalGatewayRules',
            stateful: false, rules: [{id: 'no-icmp', action: 'DROP', direction: 'IN',
            scope: ['/infra/tier-1s/a'], sequence_number: 1, service_entries:
              [{resource_type: 'ICMPTypeServiceEntry', protocol: 'ICMPv4'}]},
            {id: 'all', action: 'ALLOW', scope: ['/infra/tier-1s/a'], sequence_number: 2}]}}
        """;
    PathMtu found = probe(PlainNetwork.with(UPLINK, noIcmp), "web");

    assertThat(found.end()).isEqualTo(PathMtu.End.TOO_MANY_HOPS);
    assertThat(found.blackHole().orElseThrow().decidingPath().orElseThrow().id()).isEqualTo("up");
  }

  private static PathMtu probe(Network network, String to) {
    return PathMtu.run(
        new Tracer(network.fabric()), network.flow("a1", to, Protocol.UDP, 0), 1500, 8);
  }

  private static List<String> lines(PathMtu found) {
    return found.lines().stream()
        .map(line ->
            "%d %s %s"
                .formatted(
                    line.ttl(),
                    line.answer().orElseThrow().from(),
                    line.learned().map(String::valueOf).orElse(""))
                .strip())
        .toList();
  }
}
