package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;

/** Packets that are longer than a link takes. */
class PacketSizeTest {

  private static final String UPLINK =
      "{'/infra/tier-0s/core/locale-services/ls/interfaces/up': {mtu: 1400}}";

  @Test
  void a_gateway_says_how_long_a_packet_may_be_that_must_not_be_fragmented() {
    Network network = PlainNetwork.with(UPLINK);
    Tracer tracer = new Tracer(network.fabric());
    Flow flow = network.flow("a1", "web", Protocol.ICMP, 0);

    assertThat(tracer.trace(flow.withSize(1401, true)).fate()).isEqualTo(Fate.FRAG_NEEDED);
    assertThat(tracer.trace(flow.withSize(1401, true)).verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(tracer.trace(flow.withSize(1401, true)).decidingPath().orElseThrow().id())
        .isEqualTo("up");
    assertThat(tracer.probe(flow.withSize(1401, true), 64))
        .contains(new Answer(AnswerKind.FRAG_NEEDED, IpAddress.of("100.64.1.0"), 1400));
    assertThat(tracer.trace(flow.withSize(1400, true)).verdict()).isEqualTo(Verdict.REACHED);
  }

  @Test
  void what_may_be_fragmented_goes_on_in_pieces() {
    Network network = PlainNetwork.with(UPLINK);
    Trace trace =
        new Tracer(network.fabric())
            .trace(network.flow("a1", "web", Protocol.ICMP, 0).withSize(1500, false));

    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(trace.hops().get(1).before().size()).isEqualTo(1500);
    assertThat(trace.hops().get(1).after().size()).isEqualTo(1400);
  }

  @Test
  void a_probe_that_dies_before_the_narrow_link_does_not_meet_it() {
    Network network = PlainNetwork.with(UPLINK);
    Flow flow = network.flow("a1", "web", Protocol.UDP, 33434).withSize(1500, true);
    Tracer tracer = new Tracer(network.fabric());

    assertThat(tracer.probe(flow, 2).orElseThrow().kind()).isEqualTo(AnswerKind.TIME_EXCEEDED);
    assertThat(tracer.probe(flow, 3).orElseThrow().kind()).isEqualTo(AnswerKind.FRAG_NEEDED);
  }

  @Test
  void the_limit_of_all_gateways_holds_where_an_interface_has_none_of_its_own() {
    String global = "{'/infra/global-config': {resource_type: 'GlobalConfig', mtu: 9000}}";
    String jumbo =
        PlainNetwork.INVENTORY.replace(
            "default_gateway: '10.1.1.1'}", "default_gateway: '10.1.1.1', mtu: 9000}");
    Network large = PlainNetwork.of(jumbo, global);
    Flow flow = large.flow("a1", "web", Protocol.ICMP, 0).withSize(8000, true);

    assertThat(new Tracer(large.fabric()).trace(flow).verdict()).isEqualTo(Verdict.REACHED);
    assertThat(new Tracer(PlainNetwork.of(jumbo).fabric()).trace(flow).fate())
        .isEqualTo(Fate.FRAG_NEEDED);
    assertThat(new Tracer(PlainNetwork.of(jumbo, global, UPLINK).fabric()).trace(flow).fate())
        .isEqualTo(Fate.FRAG_NEEDED);
  }

  @Test
  void a_machine_sends_nothing_longer_than_its_own_card_takes() {
    Network network =
        PlainNetwork.of(
            PlainNetwork.INVENTORY.replace(
                "default_gateway: '10.1.1.1'}", "default_gateway: '10.1.1.1', mtu: 1300}"));
    Flow flow = network.flow("a1", "b1", Protocol.ICMP, 0).withSize(1400, true);
    Trace trace = new Tracer(network.fabric()).trace(flow);

    assertThat(trace.fate()).isEqualTo(Fate.FRAG_NEEDED);
    assertThat(trace.hops()).hasSize(1);
    assertThat(trace.hops().getFirst().device()).isEmpty();
    assertThat(new Tracer(network.fabric()).trace(flow.withSize(1300, true)).verdict())
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void a_machine_cuts_up_its_own_packets_of_either_family() {
    Network network =
        PlainNetwork.of(
            PlainNetwork.INVENTORY
                .replace("default_gateway: '10.1.1.1'}", "default_gateway: '10.1.1.1', mtu: 1300}")
                .replace("'10.1.1.5/24'", "'10.1.1.5/24', '2001:db8:a::5/64'"),
            """
            {'/infra/segments/a1': {subnets: [{gateway_address: '10.1.1.1/24'},
                 {gateway_address: '2001:db8:a::1/64'}]}}
            """);
    Tracer tracer = new Tracer(network.fabric());
    Flow six = network.flow("a1", "2001:db8:a::1", Protocol.ICMPV6, 0);

    assertThat(tracer.trace(six.withSize(1400, false)).verdict()).isEqualTo(Verdict.REACHED);
    assertThat(tracer.trace(six.withSize(1400, true)).fate()).isEqualTo(Fate.FRAG_NEEDED);
  }

  @Test
  void ipv6_is_never_fragmented_by_a_gateway() {
    Network network =
        PlainNetwork.of(
            PlainNetwork.INVENTORY
                .replace("'10.1.1.5/24'", "'10.1.1.5/24', '2001:db8:a::5/64'")
                .replace("'10.2.1.5/24'", "'10.2.1.5/24', '2001:db8:b::5/64'"),
            """
            {'/infra/segments/a1': {subnets: [{gateway_address: '10.1.1.1/24'},
                 {gateway_address: '2001:db8:a::1/64'}]},
             '/infra/segments/b1': {subnets: [{gateway_address: '10.2.1.1/24'},
                 {gateway_address: '2001:db8:b::1/64'}]},
             '/infra/global-config': {resource_type: 'GlobalConfig', mtu: 1280,
                 l3_forwarding_mode: 'IPV4_ONLY'}}
            """);
    Flow flow = network.flow("a1", "2001:db8:b::5", Protocol.ICMPV6, 0);
    Tracer tracer = new Tracer(network.fabric());

    assertThat(tracer.trace(flow.withSize(1400, false)).fate()).isEqualTo(Fate.FRAG_NEEDED);
    assertThat(tracer.probe(flow.withSize(1400, false), 64))
        .contains(new Answer(AnswerKind.FRAG_NEEDED, IpAddress.of("2001:db8:a::1"), 1280));
    assertThat(tracer.trace(flow).verdict()).isEqualTo(Verdict.REACHED);
    assertThat(tracer.trace(flow).assumptions()).anyMatch(text -> text.contains("IPV4_ONLY"));
    assertThat(network.trace("a1", "b1").assumptions())
        .noneMatch(text -> text.contains("IPV4_ONLY"));
  }

  @Test
  void a_load_balancer_fits_what_it_sends_too() {
    Network network =
        PlainNetwork.with(
            """
            {'/infra/lb-services/lb': {connectivity_path: '/infra/tier-1s/a'},
             '/infra/global-config': {resource_type: 'GlobalConfig', mtu: 1300},
             '/infra/lb-pools/pool': {members: [{ip_address: '10.1.1.5'}]},
             '/infra/lb-virtual-servers/vip': {ip_address: '198.51.100.9', ports: ['80'],
                 lb_service_path: '/infra/lb-services/lb', pool_path: '/infra/lb-pools/pool'}}
            """);
    Flow flow = network.flow("a1", "198.51.100.9", Protocol.TCP, 80).withSize(1400, true);

    assertThat(new Tracer(network.fabric()).trace(flow).fate()).isEqualTo(Fate.FRAG_NEEDED);
  }
}
