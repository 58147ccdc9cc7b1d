package io.nsxsim.lab;

import java.util.List;

/** Makes up NAT and firewalls of VPCs and of their transit gateway. */
final class RandomVpcServices {

  private final Draft draft;

  RandomVpcServices(Draft draft) {
    this.draft = draft;
  }

  void addTransitNat(String transit) {
    if (draft.chance(40)) {
      draft.add(
          transit + "/nat/USER/nat-rules/snat",
          "{'action': 'SNAT', 'source_network': '10.210.0.0/16', 'translated_network': '10.200.250.1'}");
      draft.targets().add("10.200.250.1");
    }
  }

  void addNat(String vpc, int number, boolean hasServices) {
    if (!hasServices) {
      return;
    }
    String outside = "10.200.200." + number;
    draft.add(vpc + "/ip-address-allocations/one", "{'allocation_ips': '%s'}".formatted(outside));
    String inside = "172.24.%d.5".formatted(number);
    switch (draft.number(5)) {
      case 0 -> nat(vpc, "dnat", 10, destination(outside, inside, ""));
      case 1 ->
          nat(
              vpc,
              "dnat",
              10,
              destination(
                  outside,
                  inside,
                  ", 'service_entry': {'protocol': 'TCP', 'destination_ports': '443', 'translated_ports': '8443'}"));
      case 2 -> {
        nat(
            vpc,
            "no",
            5,
            "'action': 'NO_SNAT', 'source_network': '172.24.%d.0/24', 'destination_network': '10.210.0.0/16'"
                .formatted(number));
        nat(
            vpc,
            "snat",
            10,
            "'action': 'SNAT', 'source_network': '172.24.%d.0/24', 'translated_network': '%s'"
                .formatted(number, outside));
      }
      case 3 ->
          nat(
              vpc,
              "one-to-one",
              10,
              "'action': 'REFLEXIVE', 'source_network': '%s', 'translated_network': '%s'"
                  .formatted(inside, outside));
      default -> {}
    }
    draft.targets().add(outside);
    draft.services().add(outside);
  }

  private String destination(String outside, String inside, String more) {
    return "'action': 'DNAT', 'destination_network': '%s', 'translated_network': '%s', 'firewall_match': '%s'%s"
        .formatted(
            outside,
            inside,
            draft.any(List.of("MATCH_INTERNAL_ADDRESS", "MATCH_EXTERNAL_ADDRESS", "BYPASS")),
            more);
  }

  private void nat(String vpc, String id, int sequence, String fields) {
    draft.add(
        vpc + "/nat/USER/nat-rules/" + id,
        "{'sequence_number': %d, 'enabled': true, %s}".formatted(sequence, fields));
  }

  void addFirewall(String vpc, int number) {
    if (draft.chance(40)) {
      draft.add(
          vpc + "/gateway-policies/p",
          "{'category': 'LocalGatewayRules', 'rules': [%s]}"
              .formatted(
                  rule(
                      draft.any(List.of("ANY", "203.0.113.0/24", "10.210.0.0/16")),
                      draft.any(
                          List.of(
                              "ANY",
                              "172.24.%d.0/24".formatted(number),
                              "10.200.%d.0/24".formatted(number))))));
    }
    if (draft.chance(35)) {
      draft.add(
          vpc + "/groups/private",
          """
          {'expression': [{'resource_type': 'Condition', 'member_type': 'VirtualMachine',
            'key': 'Name', 'operator': 'CONTAINS', 'value': 'private'}]}\
          """);
      draft.add(
          vpc + "/security-policies/p",
          "{'category': 'Application', 'sequence_number': 1, 'rules': [%s]}"
              .formatted(
                  rule(
                      draft.any(List.of("ANY", "10.0.0.0/8", vpc + "/groups/private")),
                      draft.any(
                          List.of(
                              "ANY", "10.210.%d.5".formatted(number), vpc + "/groups/private")))));
    }
  }

  private String rule(String source, String destination) {
    return """
    {'id': 'r', 'display_name': 'r', 'sequence_number': 1, 'action': '%s', 'direction': '%s',
      'source_groups': ['%s'], 'destination_groups': ['%s'], 'services': ['%s'],
      'scope': ['ANY']}\
    """
        .formatted(
            draft.any(List.of("DROP", "REJECT", "ALLOW")),
            draft.any(List.of("IN", "OUT", "IN_OUT")),
            source,
            destination,
            draft.any(List.of("ANY", "/infra/services/HTTPS", "/infra/services/ICMP-ALL")));
  }
}
