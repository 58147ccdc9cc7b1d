package io.nsxsim.lab;

import io.nsxsim.lab.Rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gateway firewall. Linux takes one from the TTL before the forward hook, as NSX does before
 * its firewall; connection marks carry what NAT rules say about the firewall, and whether a rule
 * that keeps sessions has let a connection in.
 */
final class GatewayFilter {

  /** The connection is to be left alone. */
  static final String BYPASS = "0x2";

  /** The address before translation is to be looked at. */
  static final String EXTERNAL = "0x4";

  private static final String KEEP = "ct mark set ct mark or 0x1 ";
  private static final String KNOWN = "ct state established,related ";

  private final Rules rules;
  private final List<Rule> all;
  private final Blueprint blueprint;

  GatewayFilter(Rules rules, Blueprint blueprint) {
    this.rules = rules;
    this.blueprint = blueprint;
    this.all = rules.of("GatewayPolicy", Rules.GATEWAY, "LocalGatewayRules");
  }

  /**
   * Adds the chains.
   *
   * @param bypassing what source NAT says about the firewall
   */
  void add(Gateway gateway, List<String> bypassing) {
    List<Rule> own = all.stream().filter(rule -> concerns(rule, gateway)).toList();
    if (!gateway.hasFirewall() || own.isEmpty()) {
      return;
    }
    Namespace namespace = gateway.namespace();
    namespace.filter("firewall_in", "", chain(gateway, own, "IN", "daddr"));
    namespace.filter("firewall_external", "", chain(gateway, own, "IN", "ct original daddr"));
    namespace.filter("firewall_out", "", chain(gateway, own, "OUT", "daddr"));
    namespace.filter("firewall_leaving", "", leaving(bypassing));
    List<String> input = new ArrayList<>(known(gateway));
    input.addAll(entering());
    List<String> forward = new ArrayList<>(input);
    forward.add("jump firewall_leaving");
    namespace.filter("forward", "filter hook forward priority 0", forward);
    namespace.filter("input", "filter hook input priority 0", input);
  }

  private static List<String> leaving(List<String> bypassing) {
    List<String> lines = new ArrayList<>(bypassing);
    lines.add("goto firewall_out");
    return lines;
  }

  private static List<String> known(Gateway gateway) {
    return gateway.isStateful()
        ? List.of(KNOWN + "ct mark and 0x1 == 0x1 accept", KNOWN + "ct status snat,dnat accept")
        : List.of();
  }

  private static List<String> entering() {
    return List.of(
        "ct mark and " + EXTERNAL + " == " + EXTERNAL + " jump firewall_external",
        "ct mark and 0x6 == 0x0 jump firewall_in");
  }

  /** A rule of a VPC that has no scope is about the VPC. */
  private static boolean concerns(Rule rule, Gateway gateway) {
    return rule.scope().isEmpty()
        ? gateway.owns(rule.policy())
        : rule.scope().stream().anyMatch(gateway::owns);
  }

  private List<String> chain(
      Gateway gateway, List<Rule> own, String direction, String destination) {
    String field = direction.equals("IN") ? "iifname" : "oifname";
    List<String> lines = new ArrayList<>();
    for (Rule rule : own) {
      List<String> ports = ports(rule, gateway);
      Optional<String> verdict = verdict(rule, gateway);
      if (!ports.isEmpty() && rule.means(direction)) {
        if (verdict.isEmpty()) {
          blueprint.remark(rule.item().path() + " has an action that cannot be built");
          continue;
        }
        for (String match : rules.matches(rule, destination)) {
          lines.addAll(
              Verdicts.lines(Matches.interfaces(field, ports) + " " + match, verdict.get()));
        }
      }
    }
    if (gateway.isStateful() && !gateway.filtered().isEmpty()) {
      lines.add(Matches.interfaces(field, gateway.filtered()) + " " + KEEP.strip());
    }
    lines.add("return");
    return lines;
  }

  private static Optional<String> verdict(Rule rule, Gateway gateway) {
    boolean keeps = rule.stateful() && gateway.isStateful();
    return switch (rule.action()) {
      case "ALLOW" -> Optional.of(keeps ? KEEP + "return" : "return");
      case "DROP" -> Optional.of("drop");
      case "REJECT" -> Optional.of("reject");
      default -> Optional.empty();
    };
  }

  /** The interfaces that a rule is asked at. */
  private static List<String> ports(Rule rule, Gateway gateway) {
    List<String> scope = rule.scope().stream().filter(gateway::owns).toList();
    boolean whole =
        rule.scope().isEmpty() || scope.stream().anyMatch(path -> !path.contains("/interfaces/"));
    return whole
        ? gateway.filtered()
        : gateway.namespace().ports().stream()
            .filter(port -> scope.contains(port.path()))
            .map(Namespace.Port::name)
            .toList();
  }
}
