package io.nsxsim.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A network made up from a seed: tier-1s with segments and machines, routes, NAT and rules. */
public final class RandomNetwork {

  private final Random random;
  private final List<String> objects = new ArrayList<>();
  private final List<String> machines = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();

  public RandomNetwork(long seed) {
    this.random = new Random(seed);
    objects.add("'/infra/tier-0s/core': {ha_mode: 'ACTIVE_STANDBY'}");
    objects.add(
        "'/infra/tier-0s/core/locale-services/ls': {edge_cluster_path: '/infra/c',"
            + " route_redistribution_config: {redistribution_rules: [{route_redistribution_types:"
            + " ['TIER1_CONNECTED', 'TIER1_NAT']}]}}");
    objects.add(
        "'/infra/tier-0s/core/locale-services/ls/interfaces/up':"
            + " {subnets: [{ip_addresses: ['192.168.10.1'], prefix_len: 24}]}");
    objects.add("'/infra/tier-0s/core/locale-services/ls/bgp': {}");
    objects.add(
        "'/infra/tier-0s/core/locale-services/ls/bgp/neighbors/isp':"
            + " {neighbor_address: '192.168.10.254'}");
    for (int tier1 = 1; tier1 <= 3 + random.nextInt(3); tier1++) {
      addTier1(tier1);
    }
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  /** The policy without any firewall rule. */
  public String policy() {
    return "{" + String.join(",\n", objects) + "}";
  }

  /** Firewall rules for disjoint destinations, so that their order cannot matter. */
  public String rules(long order) {
    List<String> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, new Random(order));
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i++) {
      numbered.add("{id: 'r%d', sequence_number: %d, %s}".formatted(i, i, shuffled.get(i)));
    }
    return "{'/infra/domains/default/security-policies/p': {category: 'Application', rules: ["
        + String.join(", ", numbered)
        + "]}}";
  }

  public String inventory() {
    return """
    {virtual_machines: [%s],
     physical_routers: [{id: 'isp', interfaces: [{address: '192.168.10.254/24'}],
         routes: [{network: '0.0.0.0/0', next_hops: []}]}],
     external_hosts: [{id: 'web', ip_address: '203.0.113.80', router_id: 'isp',
         hops: [{}, {ip_address: '203.0.113.1'}]}],
     ecmp: {hash: 'DESTINATION', seed: %d}}
    """
        .formatted(String.join(", ", machines), random.nextInt(100));
  }

  private void addTier1(int number) {
    String path = "/infra/tier-1s/t" + number;
    objects.add(
        "'%s': {tier0_path: '/infra/tier-0s/core', route_advertisement_types: [%s]}"
            .formatted(path, chance(80) ? "'TIER1_CONNECTED', 'TIER1_NAT'" : "'TIER1_NAT'"));
    if (chance(60)) {
      objects.add("'%s/locale-services/ls': {edge_cluster_path: '/infra/c'}".formatted(path));
    }
    if (chance(40)) {
      objects.add(
          "'%s/nat/USER/nat-rules/s': {action: 'SNAT', source_network: '10.%d.0.0/16',"
                  .formatted(path, number)
              + " translated_network: '198.51.100.%d'}".formatted(number));
    }
    if (chance(30)) {
      objects.add(
          "'%s/static-routes/hole': {network: '10.%d.1.0/24', next_hops: [{}]}"
              .formatted(path, 1 + random.nextInt(4)));
    }
    for (int segment = 1; segment <= 1 + random.nextInt(3); segment++) {
      addSegment(number, segment);
    }
  }

  private void addSegment(int tier1, int segment) {
    String network = "10.%d.%d.".formatted(tier1, segment);
    String path = "/infra/segments/s%d-%d".formatted(tier1, segment);
    objects.add(
        "'%s': {connectivity_path: '/infra/tier-1s/t%d', subnets: [{gateway_address: '%s1/24'}]}"
            .formatted(path, tier1, network));
    for (int machine = 5; machine < 5 + 1 + random.nextInt(2); machine++) {
      String name = "m%d-%d-%d".formatted(tier1, segment, machine);
      names.add(name);
      machines.add(
          "{id: '%s', interfaces: [{segment_port_path: '%s/ports/%s', ip_addresses: ['%s%d/24'],"
                  .formatted(name, path, name, network, machine)
              + " default_gateway: '%s1'}]}".formatted(network));
      if (chance(30)) {
        rules.add(
            "action: '%s', direction: 'IN', destination_groups: ['%s%d']"
                .formatted(chance(50) ? "DROP" : "REJECT", network, machine));
      }
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
