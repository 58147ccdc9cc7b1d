package io.nsxsim.lab;

import java.util.List;

/** Makes up NAT of every action, rules of firewalls and load balancers. */
final class RandomServices {

  private final Draft draft;
  private int rules;

  RandomServices(Draft draft) {
    this.draft = draft;
  }

  void addCardRule(String address) {
    String direction = draft.any(List.of("IN", "OUT", "IN_OUT"));
    String field = direction.equals("OUT") ? "source_groups" : "destination_groups";
    String service =
        draft.any(
            List.of(
                "'services': ['ANY']",
                "'services': ['/infra/services/HTTPS']",
                "'services': ['/infra/services/ICMP-ALL']"));
    draft.add(
        "/infra/domains/default/security-policies/p%d".formatted(rules),
        """
        {'category': 'Application', 'sequence_number': %d, 'rules': [{'id': 'r', 'display_name':
          'r', 'sequence_number': 1, 'action': '%s', 'direction': '%s', '%s': ['%s'], %s,
          '%s': ['ANY'], 'scope': ['ANY']}]}\
        """
            .formatted(
                rules++,
                draft.any(List.of("DROP", "REJECT", "ALLOW")),
                direction,
                field,
                address,
                service,
                field.equals("source_groups") ? "destination_groups" : "source_groups"));
  }

  void addNat(String path, int number) {
    String inside = "10.%d.1.5".formatted(number);
    String outside = "198.51.100.%d".formatted(number * 16);
    int kind = draft.number(6);
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
      draft.targets().add(outside);
    } else if (kind == 2) {
      nat(
          path,
          "a",
          10,
          "'action': 'DNAT', 'destination_network': '%s', 'translated_network': '%s', 'firewall_match': '%s'"
              .formatted(
                  outside,
                  inside,
                  draft.any(
                      List.of("MATCH_INTERNAL_ADDRESS", "MATCH_EXTERNAL_ADDRESS", "BYPASS"))));
      draft.targets().add(outside);
      draft.services().add(outside);
    } else if (kind == 3) {
      draft.add(
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
      draft.targets().add(outside);
      draft.services().add(outside);
    } else if (kind == 4) {
      nat(
          path,
          "a",
          10,
          "'action': 'REFLEXIVE', 'source_network': '%s', 'translated_network': '%s'"
              .formatted(inside, outside));
      draft.targets().add(outside);
      draft.services().add(outside);
    }
  }

  private void nat(String gateway, String id, int sequence, String fields) {
    draft.add(
        gateway + "/nat/USER/nat-rules/" + id,
        "{'sequence_number': %d, 'enabled': true, %s}".formatted(sequence, fields));
  }

  void addGatewayRules(String path, int number) {
    if (!draft.chance(45)) {
      return;
    }
    String destination =
        draft.any(List.of("'10.%d.1.0/24'", "'10.%d.0.0/16'", "'ANY'")).formatted(number);
    String source = draft.any(List.of("'10.0.0.0/8'", "'203.0.113.0/24'", "'ANY'"));
    draft.add(
        "/infra/domains/default/gateway-policies/g" + number,
        """
        {'category': 'LocalGatewayRules', 'sequence_number': %d, 'rules': [{'id': 'r',
          'display_name': 'r', 'sequence_number': 1, 'action': '%s', 'direction': '%s',
          'source_groups': [%s], 'destination_groups': [%s], 'services': ['%s'],
          'scope': ['%s']}]}\
        """
            .formatted(
                number,
                draft.any(List.of("DROP", "REJECT")),
                draft.any(List.of("IN", "OUT", "IN_OUT")),
                source,
                destination,
                draft.any(List.of("ANY", "/infra/services/HTTPS", "/infra/services/ICMP-ALL")),
                path));
  }

  void addBalancer(String path, int number) {
    if (!draft.chance(40)) {
      return;
    }
    String address = "198.51.100.%d".formatted(number * 16 + 9);
    draft.add(
        "/infra/lb-services/lb" + number,
        "{'connectivity_path': '%s', 'size': 'SMALL'}".formatted(path));
    draft.add(
        "/infra/lb-pools/pool" + number,
        "{'algorithm': 'ROUND_ROBIN', 'members': [{'ip_address': '10.%d.1.5', 'port': '8443', 'admin_state': '%s'}]}"
            .formatted(number, draft.chance(80) ? "ENABLED" : "DISABLED"));
    draft.add(
        "/infra/lb-virtual-servers/vs" + number,
        "{'ip_address': '%s', 'ports': ['443'], 'lb_service_path': '/infra/lb-services/lb%d', 'pool_path': '/infra/lb-pools/pool%d', 'application_profile_path': '/infra/lb-app-profiles/default-tcp-lb-app-profile'}"
            .formatted(address, number, number));
    draft.targets().add(address);
    draft.services().add(address);
  }
}
