package io.nsxsim.simulation;

import static io.nsxsim.simulation.VpcNetwork.CENTRALIZED;
import static io.nsxsim.simulation.VpcNetwork.EXTERNAL;
import static io.nsxsim.simulation.VpcNetwork.SNAT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the gateways of VPCs do beyond routing: translation, firewalls and load balancing. */
class VpcServicesTest {

  @Test
  void private_subnets_go_out_translated_where_the_service_gateway_is_on() {
    Network network = VpcNetwork.with(CENTRALIZED, SNAT);

    Trace trace = network.open("blue-private", "web", 443);
    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(trace).source()).hasToString("198.51.100.1");
    assertThat(network.answers("blue-private", "red-transit")).isTrue();
    assertThat(network.answers("red-private", "web")).isFalse();
  }

  @Test
  void without_service_gateway_nothing_is_translated_and_that_is_said() {
    String off = "{'PROFILE': {transit_gateway_path: 'TRANSIT', service_gateway: {enable: false}}}";
    Trace trace = VpcNetwork.with(CENTRALIZED, SNAT, off).open("blue-private", "web", 443);

    assertThat(Outcome.of(trace).reaches()).isFalse();
    assertThat(trace.assumptions())
        .contains(VpcNetwork.BLUE + " has no service gateway: its NAT is not active");
  }

  @Test
  void a_port_with_an_external_address_is_reached_by_it_and_appears_as_it() {
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, EXTERNAL);

    assertThat(network.answers("web", "198.51.100.9")).isTrue();
    assertThat(last(network.open("blue-private", "web", 443)).source()).hasToString("198.51.100.9");
    assertThat(network.answers("red-transit", "198.51.100.9")).isTrue();
  }

  @Test
  void rules_of_a_vpc_and_of_its_transit_gateway_translate_by_port() {
    String rules =
        """
        {'BLUE/nat/USER/nat-rules/dnat': {action: 'DNAT', destination_network: '198.51.100.20',
             translated_network: '172.24.11.5', service_entry: {protocol: 'TCP',
                 destination_ports: '8443', translated_ports: '443'}},
         'TRANSIT/nat/USER/nat-rules/snat': {action: 'SNAT', source_network: '172.24.10.0/24',
             translated_network: '198.51.100.30'}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, rules);

    Trace in = network.open("web", "198.51.100.20", 8443);
    assertThat(in.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(in).destination()).hasToString("172.24.11.5");
    assertThat(last(in).destinationPort()).isEqualTo(443);
    assertThat(last(network.open("web", "198.51.100.20", 8444)).destination())
        .hasToString("198.51.100.20");
    Trace out = network.open("blue-transit", "web", 443);
    assertThat(out.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(out).source()).hasToString("198.51.100.30");
  }

  @Test
  void the_gateway_policies_of_a_vpc_are_about_what_enters_and_leaves_it() {
    String drop =
        """
        {'BLUE/gateway-policies/p': {category: 'LocalGatewayRules', rules: [
             {id: 'r', action: 'DROP', source_groups: ['ANY'], destination_groups: ['ANY'],
              services: ['ANY'], scope: ['ANY'], direction: 'IN'}]}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, drop);

    assertThat(network.answers("web", "blue-public")).isFalse();
    assertThat(network.answers("web", "red-public")).isTrue();
    assertThat(network.answers("blue-private", "blue-public")).isTrue();
    assertThat(network.answers("blue-public", "web")).isTrue();
    String off =
        "{'/orgs/default/projects/dev/vpc-security-profiles/default': "
            + "{north_south_firewall: {enabled: false}}}";
    assertThat(VpcNetwork.with(CENTRALIZED, SNAT, drop, off).answers("web", "blue-public"))
        .isTrue();
  }

  @Test
  void the_default_policy_of_a_vpc_comes_before_that_of_its_project() {
    String policies =
        """
        {'BLUE/security-policies/default-layer3-section': {is_default: true,
             category: 'Application', rules: [
                 {id: 'out', action: 'ALLOW', sequence_number: 10, source_groups: ['BLUE'],
                  destination_groups: ['ANY'], services: ['ANY'], scope: ['ANY']},
                 {id: 'rest', action: 'DROP', is_default: true, sequence_number: 2147483647,
                  source_groups: ['ANY'], destination_groups: ['ANY'], services: ['ANY'],
                  scope: ['ANY']}]},
         '/orgs/default/projects/dev/infra/domains/default/security-policies/default-layer3-section':
             {is_default: true, category: 'Application', rules: [
                 {id: 'rest', action: 'DROP', is_default: true, sequence_number: 2147483647,
                  source_groups: ['ANY'], destination_groups: ['ANY'], services: ['ANY'],
                  scope: ['ANY']}]}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, policies);

    assertThat(network.answers("blue-public", "web")).isTrue();
    assertThat(network.answers("blue-private", "blue-public")).isTrue();
    assertThat(network.answers("web", "blue-public")).isFalse();
    assertThat(network.answers("red-public", "web")).isFalse();
  }

  @Test
  void a_load_balancer_of_a_vpc_is_at_its_gateway() {
    String balancer =
        """
        {'BLUE/vpc-lbs/lb': {size: 'SMALL'},
         'BLUE/vpc-lb-pools/pool': {members: [{ip_address: '172.24.11.5', port: '443'}]},
         'BLUE/vpc-lb-virtual-servers/vip': {lb_service_path: 'BLUE/vpc-lbs/lb',
             ip_address: '198.51.100.40', ports: ['443'], pool_path: 'BLUE/vpc-lb-pools/pool',
             application_profile_path: '/infra/lb-app-profiles/tcp'}}
        """;
    Network network = VpcNetwork.with(CENTRALIZED, SNAT, balancer);

    Trace trace = network.open("web", "198.51.100.40", 443);
    assertThat(trace.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(last(trace).destination()).hasToString("172.24.11.5");
    assertThat(Outcome.of(trace).reaches()).isTrue();
    assertThat(network.open("red-transit", "198.51.100.40", 443).verdict())
        .isEqualTo(Verdict.REACHED);
  }

  private static Packet last(Trace trace) {
    return trace.hops().getLast().before();
  }
}
