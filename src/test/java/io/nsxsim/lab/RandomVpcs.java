package io.nsxsim.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes up VPCs with subnets of every access mode below a transit gateway, which has a centralized,
 * a distributed or no connection; their NAT, external addresses and firewalls.
 */
final class RandomVpcs {

  private static final String PROJECT = "/orgs/default/projects/dev";
  private static final String TRANSIT = PROJECT + "/transit-gateways/default";
  private static final String BLOCK = PROJECT + "/infra/ip-blocks/transit";
  private static final String CENTRALIZED = "/infra/gateway-connections/out";
  private static final String DISTRIBUTED = "/infra/distributed-vlan-connections/vlan";

  private final Draft draft;
  private final RandomVpcServices services;
  private final boolean stateful;
  private final int connection;
  private final List<String> machines = new ArrayList<>();
  private final List<String> running = new ArrayList<>();

  /**
   * Throws the dice.
   *
   * @param stateful whether the tier-0 keeps sessions
   */
  RandomVpcs(Draft draft, String edges, boolean stateful) {
    this.draft = draft;
    this.stateful = stateful;
    this.connection = draft.number(10);
    this.services = new RandomVpcServices(draft);
    addBlocks();
    addProject(edges);
    addConnection();
    int vpcs = 2 + draft.number(2);
    for (int number = 1; number <= vpcs; number++) {
      addVpc(number);
    }
    if (isCentralized() && stateful) {
      services.addTransitNat(TRANSIT);
    }
    if (isCentralized() && draft.chance(25)) {
      addOlder();
    }
  }

  /** Bodies of machines for the inventory. */
  List<String> machines() {
    return machines;
  }

  /** Links that have a network of their own, for the inventory. */
  String links() {
    return draft.chance(30)
        ? """
        {'tier1_path': '%s/vpcs/v1', 'network': '100.64.0.2/31'},
        {'tier1_path': '%s', 'network': '169.254.4.8/31'}\
        """
            .formatted(PROJECT, TRANSIT)
        : "";
  }

  /** The machines that run. */
  List<String> running() {
    return running;
  }

  /** Whether the physical routers are in the VLAN of a distributed connection. */
  boolean isDistributed() {
    return connection >= 6 && connection < 9;
  }

  private boolean isCentralized() {
    return connection < 6;
  }

  /** Tells whether a name or address is one of a VPC. */
  static boolean isOfVpc(String text) {
    return text.matches("v[0-9].*|10\\.2[01]0\\..*|172\\.2[4-6]\\..*");
  }

  private void addBlocks() {
    draft.add(
        "/infra",
        "{'resource_type': 'Infra', 'children': [{'resource_type': 'ChildNetworkSpan', 'NetworkSpan': {'id': 'default', 'is_default': true}}]}");
    draft.add(
        "/org-root",
        "{'resource_type': 'OrgRoot', 'children': [{'resource_type': 'ChildOrg', 'Org': {'id': 'default'}}]}");
    block("/infra/ip-blocks/public", "10.200.0.0/16", "EXTERNAL");
    draft.add(
        "/infra/ip-blocks/other",
        "{'ranges': [{'start': '10.200.1.0', 'end': '10.200.2.15'}], 'visibility': 'EXTERNAL'}");
  }

  private void block(String path, String network, String visibility) {
    draft.add(path, "{'cidr': '%s', 'visibility': '%s'}".formatted(network, visibility));
  }

  private void addProject(String edges) {
    draft.add(CENTRALIZED, centralized());
    draft.add(DISTRIBUTED, "{'vlan_id': 200, 'gateway_addresses': ['10.200.0.254/16']}");
    draft.add(
        PROJECT,
        """
        {'tgw_external_connections': ['%s', '%s'], 'external_ipv4_blocks':
          ['/infra/ip-blocks/public'], 'tier_0s': ['/infra/tier-0s/core'],
          'activate_default_dfw_rules': %s, 'site_infos': [
            {'site_path': '/infra/sites/default', 'edge_cluster_paths': ['%s']}]}\
        """
            .formatted(CENTRALIZED, DISTRIBUTED, draft.chance(20), edges));
    block(BLOCK, "10.210.0.0/16", "PRIVATE");
    if (draft.chance(20)) {
      draft.add(
          PROJECT + "/vpc-security-profiles/default",
          "{'north_south_firewall': {'enabled': false}}");
    }
  }

  private String centralized() {
    draft.add(
        "/infra/tier-0s/core/prefix-lists/vpcs",
        "{'prefixes': [{'network': '10.200.2.0/24', 'ge': 24, 'le': 32, 'action': 'DENY'}, {'network': 'ANY', 'action': 'PERMIT'}]}");
    List<String> fields = new ArrayList<>(List.of("'tier0_path': '/infra/tier-0s/core'"));
    boolean withPrivate = draft.chance(50);
    String blocks = draft.chance(20) ? "'/infra/ip-blocks/other'" : "";
    if (withPrivate || !blocks.isEmpty()) {
      fields.add(
          "'advertise_outbound_networks': {'allow_private': %s, 'allow_external_blocks': [%s]}"
              .formatted(withPrivate, blocks));
    }
    if (draft.chance(15)) {
      fields.add("'advertise_outbound_route_filters': ['/infra/tier-0s/core/prefix-lists/vpcs']");
    }
    if (draft.chance(20)) {
      fields.add("'aggregate_routes': ['10.200.0.0/16']");
      draft.targets().add("10.200.99.9");
    }
    if (draft.chance(20)) {
      fields.add("'inbound_remote_networks': ['203.0.113.0/24', '10.0.0.0/8']");
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private void addConnection() {
    if (isCentralized()) {
      draft.add(
          TRANSIT + "/attachments/out",
          "{'connection_path': '%s', 'route_advertisement_rules': [{'route_advertisement_type': 'PUBLIC'}%s]}"
              .formatted(
                  CENTRALIZED,
                  draft.chance(70) ? ", {'route_advertisement_type': 'TGW_PRIVATE'}" : ""));
    } else if (isDistributed()) {
      draft.add(TRANSIT + "/attachments/out", "{'connection_path': '%s'}".formatted(DISTRIBUTED));
    }
  }

  private void addVpc(int number) {
    String path = PROJECT + "/vpcs/v" + number;
    boolean hasServices = draft.chance(75) && !isDistributed() && stateful;
    String profile = PROJECT + "/vpc-connectivity-profiles/p" + number;
    draft.add(
        profile,
        """
        {'transit_gateway_path': '%s', 'external_ip_blocks': ['/infra/ip-blocks/public'],
          'private_tgw_ip_blocks': ['%s'],
          'service_gateway': {'enable': %s, 'nat_config': {'enable_default_snat': %s}}}\
        """
            .formatted(TRANSIT, BLOCK, hasServices, hasServices && draft.chance(50)));
    draft.add(path, "{'private_ips': ['172.24.%d.0/24']}".formatted(number));
    draft.add(path + "/attachments/a", "{'vpc_connectivity_profile': '%s'}".formatted(profile));
    if (draft.chance(75)) {
      draft.add(
          path + "/security-policies/default-layer3-section/rules/default-layer3-rule",
          "{'action': 'ALLOW'}");
    }
    addSubnet(path, number, "private", "Private", "172.24.%d.".formatted(number), 26);
    if (draft.chance(80)) {
      addSubnet(path, number, "transit", "Private_TGW", "10.210.%d.".formatted(number), 27);
    }
    if (draft.chance(80)) {
      addSubnet(path, number, "public", "Public", "10.200.%d.".formatted(number), 28);
    }
    if (draft.chance(15)) {
      addSubnet(path, number, "isolated", "Isolated", "172.25.%d.".formatted(number), 28);
    }
    services.addNat(path, number, hasServices);
    services.addFirewall(path, number);
    if (draft.chance(25)) {
      draft.add(
          path + "/static-routes/hole",
          "{'network': '10.66.0.0/16', 'next_hops': [{'admin_distance': 1}]}");
    }
  }

  /** A VPC of releases without transit gateways, which is linked to the tier-0. */
  private void addOlder() {
    String path = PROJECT + "/vpcs/v9";
    draft.add(
        path,
        "{'default_gateway_path': '/infra/tier-0s/core', 'external_ipv4_blocks': ['/infra/ip-blocks/public'], 'service_gateway': {'auto_snat': false}}");
    draft.add(
        path + "/security-policies/default-layer3-section/rules/default-layer3-rule",
        "{'action': 'ALLOW'}");
    addSubnet(path, 9, "public", "Public", "10.200.9.", 28);
  }

  private void addSubnet(
      String vpc, int number, String id, String mode, String network, int length) {
    String path = vpc + "/subnets/" + id;
    boolean apart = draft.chance(6);
    boolean leases = id.equals("transit") && !apart && draft.chance(30);
    draft.add(
        path,
        "{'access_mode': '%s', 'ip_addresses': ['%s0/%d']%s}"
            .formatted(
                mode,
                network,
                length,
                apart
                    ? ", 'advanced_config': {'connectivity_state': 'DISCONNECTED'}"
                    : leases ? ", 'subnet_dhcp_config': {'mode': 'DHCP_SERVER'}" : ""));
    if (leases) {
      draft.targets().add(network + 2);
    }
    int count = 1 + draft.number(2);
    for (int host = 5; host < 5 + count; host++) {
      addMachine(path, "v%d-%s-%d".formatted(number, id, host), network + host, length, true);
    }
    if (draft.chance(20)) {
      addMachine(path, "v%d-%s-off".formatted(number, id), network + 9, length, false);
      draft.targets().add(network + 9);
    }
    if (draft.chance(60)) {
      draft.targets().add(network + 1);
    }
    if (draft.chance(25)) {
      draft.targets().add(network + 12);
    }
  }

  private void addMachine(
      String subnet, String name, String address, int length, boolean isRunning) {
    boolean external =
        !subnet.endsWith("/public")
            && !subnet.endsWith("/isolated")
            && isRunning
            && draft.chance(isDistributed() ? 60 : 12);
    String binding =
        external
            ? "'external_address_binding': {'external_ip_address': '10.200.100.%d'}, "
                .formatted(machines.size() + 1)
            : "";
    draft.add(
        subnet + "/ports/" + name, "{%s'attachment': {'id': '%s-vif'}}".formatted(binding, name));
    if (external) {
      draft.targets().add("10.200.100." + (machines.size() + 1));
    }
    machines.add(
        """
        {'id': '%s', 'display_name': '%s', 'power_state': '%s', 'interfaces': [
          {'segment_port_path': '%s/ports/%s', 'ip_addresses': ['%s/%d'],
           'default_gateway': '%s'}]}\
        """
            .formatted(
                name,
                name,
                isRunning ? "VM_RUNNING" : "VM_STOPPED",
                subnet,
                name,
                address,
                length,
                address.replaceFirst("[0-9]+$", "1")));
    if (isRunning) {
      running.add(name);
      draft.targets().add(address);
      draft.services().add(address);
    }
  }
}
