package io.nsxsim.web.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.net.IpAddress;
import io.nsxsim.simulation.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is meant by what people type. */
class QuestionTest {

  private final Network network =
      Network.of(
          """
          {virtual_machines: [
             {id: 'vm-1', display_name: 'web', interfaces: [
                {segment_port_path: '/infra/segments/s/ports/p', ip_addresses: ['10.1.1.5/24']},
                {segment_port_path: '/infra/segments/t/ports/p', ip_addresses: ['10.1.2.5/24']}]},
             {id: 'vm-2', display_name: 'twin', interfaces: [
                {segment_port_path: '/infra/segments/s/ports/q', ip_addresses: ['10.1.1.6/24']}]},
             {id: 'vm-3', display_name: 'twin', interfaces: [
                {segment_port_path: '/infra/segments/s/ports/r', ip_addresses: ['10.1.1.7/24']}]},
             {id: 'twin-4', display_name: 'vm-1', interfaces: []},
             {id: 'n1', interfaces: [{segment_port_path: '/infra/segments/s/ports/n1',
                ip_addresses: ['10.1.1.11/24']}]},
             {id: 'n2', interfaces: [{segment_port_path: '/infra/segments/s/ports/n2',
                ip_addresses: ['10.1.1.12/24']}]}],
           kubernetes_clusters: [
             {id: 'k1', cni: 'antrea', pod_cidr: '192.168.0.0/16', nodes: [{virtual_machine_id: 'n1',
                role: 'worker', pod_cidr: '192.168.1.0/24', gateway_address: '192.168.1.1/24'}],
              pods: [{name: 'box', namespace: 'a', node_id: 'n1', ip_address: '192.168.1.3'}]},
             {id: 'k2', cni: 'antrea', pod_cidr: '192.168.0.0/16', nodes: [{virtual_machine_id: 'n2',
                role: 'worker', pod_cidr: '192.168.1.0/24', gateway_address: '192.168.1.1/24'}],
              pods: [{name: 'box', namespace: 'b', node_id: 'n2', ip_address: '192.168.1.3'}]}],
           physical_routers: [{id: 'isp', interfaces: [{address: '192.0.2.1/24'}]}],
           external_hosts: [{id: 'h', display_name: 'portal', ip_address: '203.0.113.80',
              dns_names: ['first.example', 'www.example'], router_id: 'isp', hops: []}]}
          """,
          """
          {'/infra/segments/s': {subnets: [{gateway_address: '10.1.1.1/24'}]},
           '/infra/segments/t': {subnets: [{gateway_address: '10.1.2.1/24'}]}}
          """);

  @ParameterizedTest
  @CsvSource({
    "web, 10.1.1.5",
    "vm-1, 10.1.1.5",
    "/infra/segments/s/ports/p, 10.1.1.5",
    "/infra/realized-state/enforcement-points/default/virtual-machines/vm-1, 10.1.1.5",
    "10.1.2.5, 10.1.2.5",
    "portal, 203.0.113.80",
    "www.example, 203.0.113.80",
    "a/box, 192.168.1.3"
  })
  void a_source_is_named_by_name_id_path_or_address(String from, String source) {
    assertThat(Question.of(network.fabric(), from, "10.1.1.6", "udp").flow().source())
        .isEqualTo(IpAddress.of(source));
  }

  @Test
  void a_machine_with_two_cards_sends_from_the_one_that_leads_there() {
    assertThat(Question.of(network.fabric(), "web", "10.1.2.99", "udp").flow().source())
        .isEqualTo(IpAddress.of("10.1.2.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, 8.8.8.8",
    "first.example, 203.0.113.80",
    "www.example, 203.0.113.80",
    "web, 10.1.1.5",
    "192.168.1.3, 192.168.1.3"
  })
  void a_destination_may_be_any_address_or_a_name(String to, String destination) {
    assertThat(Question.of(network.fabric(), "vm-2", to, "icmp").flow().destination())
        .isEqualTo(IpAddress.of(destination));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twin", "box", "192.168.1.3"})
  void what_fits_several_is_refused_with_the_candidates(String from) {
    Problem problem = refused(from, "10.1.1.5");

    assertThat(problem.reason()).isEqualTo(Reason.INVALID_PARAMETER);
    assertThat(problem.field()).isEqualTo("from");
    assertThat(problem.message()).contains(from.equals("twin") ? "vm-3" : "k2/b/box");
  }

  @Test
  void an_id_is_looked_for_before_a_name() {
    assertThat(Question.of(network.fabric(), "vm-1", "10.1.1.6", "udp").from().name())
        .isEqualTo("web");
  }

  @ParameterizedTest
  @CsvSource({"nobody, from", "10.9.9.9, from", "/infra/segments/s/ports/none, from"})
  void who_is_unknown_is_not_found(String from, String field) {
    Problem problem = refused(from, "10.1.1.5");

    assertThat(problem.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.message()).contains(from);
  }

  @Test
  void a_machine_without_address_can_neither_send_nor_be_reached() {
    assertThat(refused("twin-4", "10.1.1.5").reason()).isEqualTo(Reason.INVALID_PARAMETER);
    assertThat(refused("web", "twin-4").field()).isEqualTo("to");
  }

  private Problem refused(String from, String to) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> Question.of(network.fabric(), from, to, "udp"));
    return refusal.problems().getFirst();
  }
}
