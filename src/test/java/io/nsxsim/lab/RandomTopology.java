package io.nsxsim.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network made up from a seed, as bodies for the public API: one or two tier-0s, tier-1s with
 * segments, NAT of every action, firewalls, equal paths, loops, null routes, hosts that are missing
 * or off, load balancers, an edge that has failed, in every other one VPCs instead of most tier-1s;
 * and questions about it.
 */
final class RandomTopology {

  private static final String EDGES =
      "/infra/sites/default/enforcement-points/default/edge-clusters/"
          + "5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e40";
  private static final String OVERLAY =
      "/infra/sites/default/enforcement-points/default/transport-zones/"
          + "1b3a2f36-bfd1-443e-a0f6-4de01abc963e";
  private static final String VLAN =
      "/infra/sites/default/enforcement-points/default/transport-zones/"
          + "a95c914d-748d-497c-94ab-10d4647daeba";
  private static final List<String> WAYS_UP = List.of("192.168.10", "192.168.11");

  private final Draft draft;
  private final RandomServices services;
  private final boolean equalPaths;
  private final boolean edgeFails;
  private final Optional<RandomVpcs> vpcs;
  private final List<String> machines = new ArrayList<>();
  private final List<String> senders = new ArrayList<>(List.of("web", "far"));
  private final List<String> listeners = new ArrayList<>();

  RandomTopology(long seed) {
    draft = new Draft(seed);
    services = new RandomServices(draft);
    equalPaths = draft.chance(35);
    edgeFails = equalPaths && seed % 2 == 0;
    addTier0("core", equalPaths ? 2 : 1);
    boolean withVpcs = seed % 2 == 1;
    int tier1s = withVpcs ? 1 : 2 + draft.number(3);
    for (int number = 1; number <= tier1s; number++) {
      addTier1(number);
    }
    vpcs = withVpcs ? Optional.of(new RandomVpcs(draft, EDGES, !equalPaths)) : Optional.empty();
    vpcs.ifPresent(known -> {
      machines.addAll(known.machines());
      senders.addAll(known.running());
      listeners.addAll(known.running());
    });
    draft
        .targets()
        .addAll(
            List.of("203.0.113.80", "198.18.0.9", "10.66.1.1", "192.168.10.254", "192.168.10.1"));
    draft.targets().addAll(List.of("203.0.113.81", "172.31.1.254", "10.77.0.1"));
  }

  /** A question: from a workload to an address. */
  record Question(String from, String to, String protocol, int port) {

    boolean isAboutVpc() {
      return RandomVpcs.isOfVpc(from) || RandomVpcs.isOfVpc(to);
    }

    String query() {
      String start = "from=%s&to=%s&protocol=%s".formatted(from, to, protocol);
      return port == 0 ? start : start + "&port=" + port;
    }

    @Override
    public String toString() {
      return from + "," + to + "," + protocol + "," + port;
    }
  }

  /** Bodies by path, in the order in which they can be created. */
  Map<String, String> policies() {
    return draft.policies();
  }

  /** Workloads where a server is to listen on port 8443. */
  List<String> listeners() {
    return List.copyOf(listeners);
  }

  /** What to ask. */
  List<Question> questions(int count) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String from = draft.any(senders);
      int kind = draft.number(10);
      if (kind < 2 && !draft.services().isEmpty()) {
        questions.add(
            new Question(from, draft.any(draft.services()), "tcp", draft.any(List.of(443, 8443))));
      } else if (kind < 6) {
        questions.add(new Question(from, draft.any(draft.targets()), "udp", 0));
      } else if (kind < 8) {
        questions.add(new Question(from, draft.any(draft.targets()), "icmp", 0));
      } else {
        questions.add(
            new Question(
                from, draft.any(draft.targets()), "tcp", draft.any(List.of(80, 443, 8443))));
      }
    }
    return questions;
  }

  String inventory() {
    String back = equalPaths && !edgeFails ? "'172.31.1.1', '172.31.1.2'" : "'172.31.1.1'";
    String told =
        draft.chance(80)
            ? "{'network': '198.51.100.0/24', 'next_hops': [%s]},".formatted(back)
            : "";
    return """
    {'virtual_machines': [%s],
     'router_links': [%s],
     'edge_nodes': [{'id': '5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e42', 'state': '%s'}],
     'physical_routers': [
       {'id': 'r1', 'interfaces': [{'address': '192.168.10.254/24'}, {'address': '172.31.1.1/24'}%s],
        'routes': [{'network': '0.0.0.0/0', 'next_hops': ['172.31.1.254']},
                   {'network': '10.66.0.0/16', 'next_hops': ['192.168.10.1']}]},
       {'id': 'r2', 'interfaces': [{'address': '192.168.11.254/24'}, {'address': '172.31.1.2/24'}%s],
        'routes': [{'network': '0.0.0.0/0', 'next_hops': ['172.31.1.254']}]},
       {'id': 'r3', 'interfaces': [{'address': '172.31.1.254/24'}, {'address': '203.0.113.1/24'}],
        'routes': [%s {'network': '10.0.0.0/8', 'next_hops': [%s]},
                   {'network': '192.168.0.0/16', 'next_hops': [%s]},
                   {'network': '192.0.2.128/25', 'next_hops': []}]}],
     'external_hosts': [
       {'id': 'web', 'ip_address': '203.0.113.80', 'router_id': 'r3'},
       {'id': 'far', 'ip_address': '198.18.0.9', 'router_id': 'r3',
        'hops': [{'ip_address': '192.0.2.1'}, {}, {'ip_address': '192.0.2.9'}]}]}
    """
        .formatted(
            String.join(",\n", machines),
            vpcs.map(RandomVpcs::links).orElse(""),
            edgeFails ? "DOWN" : "UP",
            inVlan(254),
            inVlan(253),
            told,
            back,
            back)
        .replace('\'', '"');
  }

  private String inVlan(int host) {
    return vpcs.filter(RandomVpcs::isDistributed).isPresent()
        ? ", {'address': '10.200.0.%d/16'}".formatted(host)
        : "";
  }

  private void addTier0(String id, int ways) {
    for (int way = 0; way < ways; way++) {
      draft.add(
          "/infra/segments/vlan" + way,
          "{'transport_zone_path': '%s', 'vlan_ids': ['%d']}".formatted(VLAN, 10 + way));
    }
    String path = "/infra/tier-0s/" + id;
    draft.add(path, "{'ha_mode': '%s'}".formatted(ways > 1 ? "ACTIVE_ACTIVE" : "ACTIVE_STANDBY"));
    String locale = path + "/locale-services/ls";
    draft.add(
        locale,
        """
        {'edge_cluster_path': '%s', 'route_redistribution_config': {'bgp_enabled': true,
          'redistribution_rules': [{'route_redistribution_types':
            ['TIER1_CONNECTED', 'TIER1_NAT', 'TIER1_LB_VIP', 'TIER1_STATIC', 'TGW_STATIC']}]}}\
        """
            .formatted(EDGES));
    for (int way = 0; way < ways; way++) {
      draft.add(
          locale + "/interfaces/up" + way,
          """
          {'segment_path': '/infra/segments/vlan%d', 'type': 'EXTERNAL', 'edge_path':
            '%s/edge-nodes/5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e4%d',
            'subnets': [{'ip_addresses': ['%s.1'], 'prefix_len': 24}]}\
          """
              .formatted(way, EDGES, way + 1, WAYS_UP.get(way)));
      draft.add(
          locale + "/bgp/neighbors/n" + way,
          "{'neighbor_address': '%s.254', 'remote_as_num': '65001'}".formatted(WAYS_UP.get(way)));
    }
  }

  private void addTier1(int number) {
    String path = "/infra/tier-1s/t" + number;
    String types = draft.chance(80) ? "'TIER1_CONNECTED', " : "";
    boolean central = draft.chance(75);
    draft.add(
        path,
        "{'tier0_path': '/infra/tier-0s/core', 'route_advertisement_types': [%s'TIER1_NAT', 'TIER1_LB_VIP', 'TIER1_STATIC_ROUTES']}"
            .formatted(types));
    if (central) {
      draft.add(path + "/locale-services/ls", "{'edge_cluster_path': '%s'}".formatted(EDGES));
    }
    int segments = 1 + draft.number(2);
    for (int segment = 1; segment <= segments; segment++) {
      addSegment(number, segment);
    }
    if (central) {
      services.addNat(path, number);
      services.addGatewayRules(path, number);
      services.addBalancer(path, number);
    }
    if (draft.chance(30)) {
      draft.add(
          path + "/static-routes/hole",
          "{'network': '10.%d.200.0/24', 'next_hops': [{'admin_distance': 1}]}".formatted(number));
      draft.targets().add("10.%d.200.1".formatted(number));
    }
  }

  private void addSegment(int tier1, int segment) {
    String network = "10.%d.%d.".formatted(tier1, segment);
    String path = "/infra/segments/s%d-%d".formatted(tier1, segment);
    draft.add(
        path,
        "{'connectivity_path': '/infra/tier-1s/t%d', 'transport_zone_path': '%s', 'subnets': [{'gateway_address': '%s1/24'}]}"
            .formatted(tier1, OVERLAY, network));
    int count = 1 + draft.number(2);
    for (int number = 5; number < 5 + count; number++) {
      addMachine(path, network, "m%d-%d-%d".formatted(tier1, segment, number), number, true);
    }
    if (draft.chance(30)) {
      addMachine(path, network, "off%d-%d".formatted(tier1, segment), 9, false);
      draft.targets().add(network + 9);
    }
    draft.targets().add(network + 1);
    if (draft.chance(40)) {
      draft.targets().add(network + 77);
    }
  }

  private void addMachine(
      String segment, String network, String name, int number, boolean running) {
    draft.add(
        segment + "/ports/" + name,
        "{'attachment': {'id': '%s-vif', 'type': 'INDEPENDENT'}}".formatted(name));
    machines.add(
        """
        {'id': '%s', 'display_name': '%s', 'power_state': '%s', 'interfaces': [
          {'segment_port_path': '%s/ports/%s', 'ip_addresses': ['%s%d/24'],
           'default_gateway': '%s1'}]}\
        """
            .formatted(
                name,
                name,
                running ? "VM_RUNNING" : "VM_STOPPED",
                segment,
                name,
                network,
                number,
                network));
    if (running) {
      senders.add(name);
      listeners.add(name);
      draft.targets().add(network + number);
      if (draft.chance(25)) {
        services.addCardRule(network + number);
      }
    }
  }
}
