package io.nsxsim.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A network made up from a seed, as bodies for the public API: one or two tier-0s, tier-1s with
 * segments, NAT of every action, firewalls, equal paths, loops, null routes, hosts that are missing
 * or off, load balancers, an edge that has failed; and questions about it.
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

  private final Random random;
  private final boolean equalPaths;
  private final boolean edgeFails;
  private final Map<String, String> policies = new LinkedHashMap<>();
  private final List<String> machines = new ArrayList<>();
  private final List<String> senders = new ArrayList<>(List.of("web", "far"));
  private final List<String> targets = new ArrayList<>();
  private final List<String> listeners = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private int rules;

  RandomTopology(long seed) {
    random = new Random(seed);
    equalPaths = chance(35);
    edgeFails = equalPaths && seed % 2 == 0;
    addTier0("core", equalPaths ? 2 : 1);
    int tier1s = 2 + random.nextInt(3);
    for (int number = 1; number <= tier1s; number++) {
      addTier1(number);
    }
    targets.addAll(
        List.of("203.0.113.80", "198.18.0.9", "10.66.1.1", "192.168.10.254", "192.168.10.1"));
    targets.addAll(List.of("203.0.113.81", "172.31.1.254", "10.77.0.1"));
  }

  /** A question: from a workload to an address. */
  record Question(String from, String to, String protocol, int port) {

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
    return Map.copyOf(policies).isEmpty() ? Map.of() : policies;
  }

  /** Workloads where a server is to listen on port 8443. */
  List<String> listeners() {
    return List.copyOf(listeners);
  }

  /** What to ask. */
  List<Question> questions(int count) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String from = any(senders);
      int kind = random.nextInt(10);
      if (kind < 2 && !services.isEmpty()) {
        questions.add(new Question(from, any(services), "tcp", any(List.of(443, 8443))));
      } else if (kind < 6) {
        questions.add(new Question(from, any(targets), "udp", 0));
      } else if (kind < 8) {
        questions.add(new Question(from, any(targets), "icmp", 0));
      } else {
        questions.add(new Question(from, any(targets), "tcp", any(List.of(80, 443, 8443))));
      }
    }
    return questions;
  }

  String inventory() {
    String back = equalPaths && !edgeFails ? "'172.31.1.1', '172.31.1.2'" : "'172.31.1.1'";
    String told =
        chance(80) ? "{'network': '198.51.100.0/24', 'next_hops': [%s]},".formatted(back) : "";
    return """
    {'virtual_machines': [%s],
     'edge_nodes': [{'id': '5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e42', 'state': '%s'}],
     'physical_routers': [
       {'id': 'r1', 'interfaces': [{'address': '192.168.10.254/24'}, {'address': '172.31.1.1/24'}],
        'routes': [{'network': '0.0.0.0/0', 'next_hops': ['172.31.1.254']},
                   {'network': '10.66.0.0/16', 'next_hops': ['192.168.10.1']}]},
       {'id': 'r2', 'interfaces': [{'address': '192.168.11.254/24'}, {'address': '172.31.1.2/24'}],
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
        .formatted(String.join(",\n", machines), edgeFails ? "DOWN" : "UP", told, back, back)
        .replace('\'', '"');
  }

  private void addTier0(String id, int ways) {
    for (int way = 0; way < ways; way++) {
      add(
          "/infra/segments/vlan" + way,
          "{'transport_zone_path': '%s', 'vlan_ids': ['%d']}".formatted(VLAN, 10 + way));
    }
    String path = "/infra/tier-0s/" + id;
    add(path, "{'ha_mode': '%s'}".formatted(ways > 1 ? "ACTIVE_ACTIVE" : "ACTIVE_STANDBY"));
    String locale = path + "/locale-services/ls";
    add(
        locale,
        """
        {'edge_cluster_path': '%s', 'route_redistribution_config': {'bgp_enabled': true,
          'redistribution_rules': [{'route_redistribution_types':
            ['TIER1_CONNECTED', 'TIER1_NAT', 'TIER1_LB_VIP', 'TIER1_STATIC']}]}}\
        """
            .formatted(EDGES));
    for (int way = 0; way < ways; way++) {
      add(
          locale + "/interfaces/up" + way,
          """
          {'segment_path': '/infra/segments/vlan%d', 'type': 'EXTERNAL', 'edge_path':
            '%s/edge-nodes/5d0f6c3a-8c0e-4a1f-9a57-3f1f0c1d2e4%d',
            'subnets': [{'ip_addresses': ['%s.1'], 'prefix_len': 24}]}\
          """
              .formatted(way, EDGES, way + 1, WAYS_UP.get(way)));
      add(
          locale + "/bgp/neighbors/n" + way,
          "{'neighbor_address': '%s.254', 'remote_as_num': '65001'}".formatted(WAYS_UP.get(way)));
    }
  }

  private void addTier1(int number) {
    String path = "/infra/tier-1s/t" + number;
    String types = chance(80) ? "'TIER1_CONNECTED', " : "";
    boolean central = chance(75);
    add(
        path,
        "{'tier0_path': '/infra/tier-0s/core', 'route_advertisement_types': [%s'TIER1_NAT', 'TIER1_LB_VIP', 'TIER1_STATIC_ROUTES']}"
            .formatted(types));
    if (central) {
      add(path + "/locale-services/ls", "{'edge_cluster_path': '%s'}".formatted(EDGES));
    }
    int segments = 1 + random.nextInt(2);
    for (int segment = 1; segment <= segments; segment++) {
      addSegment(number, segment);
    }
    if (central) {
      addNat(path, number);
      addGatewayRules(path, number);
      addBalancer(path, number);
    }
    if (chance(30)) {
      add(
          path + "/static-routes/hole",
          "{'network': '10.%d.200.0/24', 'next_hops': [{'admin_distance': 1}]}".formatted(number));
      targets.add("10.%d.200.1".formatted(number));
    }
  }

  private void addSegment(int tier1, int segment) {
    String network = "10.%d.%d.".formatted(tier1, segment);
    String path = "/infra/segments/s%d-%d".formatted(tier1, segment);
    add(
        path,
        "{'connectivity_path': '/infra/tier-1s/t%d', 'transport_zone_path': '%s', 'subnets': [{'gateway_address': '%s1/24'}]}"
            .formatted(tier1, OVERLAY, network));
    int count = 1 + random.nextInt(2);
    for (int number = 5; number < 5 + count; number++) {
      addMachine(path, network, "m%d-%d-%d".formatted(tier1, segment, number), number, true);
    }
    if (chance(30)) {
      addMachine(path, network, "off%d-%d".formatted(tier1, segment), 9, false);
      targets.add(network + 9);
    }
    targets.add(network + 1);
    if (chance(40)) {
      targets.add(network + 77);
    }
  }

  private void addMachine(
      String segment, String network, String name, int number, boolean running) {
    add(
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
      targets.add(network + number);
      if (chance(25)) {
        addCardRule(network + number);
      }
    }
  }

  private void addCardRule(String address) {
    String direction = any(List.of("IN", "OUT", "IN_OUT"));
    String field = direction.equals("OUT") ? "source_groups" : "destination_groups";
    String service =
        any(
            List.of(
                "'services': ['ANY']",
                "'services': ['/infra/services/HTTPS']",
                "'services': ['/infra/services/ICMP-ALL']"));
    add(
        "/infra/domains/default/security-policies/p%d".formatted(rules),
        """
        {'category': 'Application', 'sequence_number': %d, 'rules': [{'id': 'r', 'display_name':
          'r', 'sequence_number': 1, 'action': '%s', 'direction': '%s', '%s': ['%s'], %s,
          '%s': ['ANY'], 'scope': ['ANY']}]}\
        """
            .formatted(
                rules++,
                any(List.of("DROP", "REJECT", "ALLOW")),
                direction,
                field,
                address,
                service,
                field.equals("source_groups") ? "destination_groups" : "source_groups"));
  }

  private void addNat(String path, int number) {
    String inside = "10.%d.1.5".formatted(number);
    String outside = "198.51.100.%d".formatted(number * 16);
    int kind = random.nextInt(6);
    if (kind == 0 || kind == 1) {
      nat(
          path,
          "a-no",
          10,
          "'action': 'NO_SNAT', 'source_network': '10.%d.0.0/16', 'destination_network': '10.0.0.0/8'"
              .formatted(number));
      nat(
          path,
          "b-snat",
          20,
          "'action': 'SNAT', 'source_network': '10.%d.0.0/16', 'translated_network': '%s'"
              .formatted(number, outside));
      targets.add(outside);
    } else if (kind == 2) {
      nat(
          path,
          "a",
          10,
          "'action': 'DNAT', 'destination_network': '%s', 'translated_network': '%s', 'firewall_match': '%s'"
              .formatted(
                  outside,
                  inside,
                  any(List.of("MATCH_INTERNAL_ADDRESS", "MATCH_EXTERNAL_ADDRESS", "BYPASS"))));
      targets.add(outside);
      services.add(outside);
    } else if (kind == 3) {
      add(
          "/infra/services/https-8443",
          "{'service_entries': [{'resource_type': 'L4PortSetServiceEntry', 'id': 'e', 'display_name': 'e', 'l4_protocol': 'TCP', 'destination_ports': ['8443']}]}");
      nat(
          path,
          "a-no",
          5,
          "'action': 'NO_DNAT', 'destination_network': '%s', 'source_network': '203.0.113.0/24'"
              .formatted(outside));
      nat(
          path,
          "b",
          10,
          "'action': 'DNAT', 'destination_network': '%s', 'translated_network': '%s', 'service': '/infra/services/https-8443', 'translated_ports': '443'"
              .formatted(outside, inside));
      targets.add(outside);
      services.add(outside);
    } else if (kind == 4) {
      nat(
          path,
          "a",
          10,
          "'action': 'REFLEXIVE', 'source_network': '%s', 'translated_network': '%s'"
              .formatted(inside, outside));
      targets.add(outside);
      services.add(outside);
    }
  }

  private void nat(String gateway, String id, int sequence, String fields) {
    add(
        gateway + "/nat/USER/nat-rules/" + id,
        "{'sequence_number': %d, 'enabled': true, %s}".formatted(sequence, fields));
  }

  private void addGatewayRules(String path, int number) {
    if (!chance(45)) {
      return;
    }
    String destination =
        any(List.of("'10.%d.1.0/24'", "'10.%d.0.0/16'", "'ANY'")).formatted(number);
    String source = any(List.of("'10.0.0.0/8'", "'203.0.113.0/24'", "'ANY'"));
    add(
        "/infra/domains/default/gateway-policies/g" + number,
        """
        {'category': 'LocalGatewayRules', 'sequence_number': %d, 'rules': [{'id': 'r',
          'display_name': 'r', 'sequence_number': 1, 'action': '%s', 'direction': '%s',
          'source_groups': [%s], 'destination_groups': [%s], 'services': ['%s'],
          'scope': ['%s']}]}\
        """
            .formatted(
                number,
                any(List.of("DROP", "REJECT")),
                any(List.of("IN", "OUT", "IN_OUT")),
                source,
                destination,
                any(List.of("ANY", "/infra/services/HTTPS", "/infra/services/ICMP-ALL")),
                path));
  }

  private void addBalancer(String path, int number) {
    if (!chance(40)) {
      return;
    }
    String address = "198.51.100.%d".formatted(number * 16 + 9);
    add(
        "/infra/lb-services/lb" + number,
        "{'connectivity_path': '%s', 'size': 'SMALL'}".formatted(path));
    add(
        "/infra/lb-pools/pool" + number,
        "{'algorithm': 'ROUND_ROBIN', 'members': [{'ip_address': '10.%d.1.5', 'port': '8443', 'admin_state': '%s'}]}"
            .formatted(number, chance(80) ? "ENABLED" : "DISABLED"));
    add(
        "/infra/lb-virtual-servers/vs" + number,
        "{'ip_address': '%s', 'ports': ['443'], 'lb_service_path': '/infra/lb-services/lb%d', 'pool_path': '/infra/lb-pools/pool%d', 'application_profile_path': '/infra/lb-app-profiles/default-tcp-lb-app-profile'}"
            .formatted(address, number, number));
    targets.add(address);
    services.add(address);
  }

  private void add(String path, String body) {
    policies.put(path, body.replace('\'', '"'));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
