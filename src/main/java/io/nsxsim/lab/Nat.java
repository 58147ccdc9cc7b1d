package io.nsxsim.lab;

import io.nsxsim.lab.NatRules.Rule;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NAT rules of a gateway: destinations are translated on the way in, sources on the way out. */
final class Nat {

  private static final int LONGEST_MAP = 1024;

  private final NatRules rules;
  private final Services services;
  private final Blueprint blueprint;

  Nat(NatRules rules, Services services, Blueprint blueprint) {
    this.rules = rules;
    this.services = services;
    this.blueprint = blueprint;
  }

  /** Adds the chains, and the addresses that the gateway answers for. */
  void add(Gateway gateway) {
    rules.external(gateway).networks().forEach(gateway.namespace()::own);
    List<String> in = new ArrayList<>();
    List<String> out = new ArrayList<>();
    List<String> expired = new ArrayList<>();
    for (Rule rule : rules.of(gateway)) {
      switch (rule.action()) {
        case "DNAT", "NO_DNAT" -> in.addAll(destination(gateway, rule));
        case "SNAT", "NO_SNAT" -> out.addAll(source(gateway, rule));
        default -> {
          in.addAll(reflexiveIn(gateway, rule));
          out.addAll(reflexiveOut(gateway, rule));
          expired.addAll(Expired.lines(at(gateway, rule, "iifname"), rule.translated()));
        }
      }
    }
    Expired.add(gateway.namespace(), expired);
    gateway.namespace().filter("nat_in", "nat hook prerouting priority dstnat", in);
    gateway.namespace().filter("nat_out", "nat hook postrouting priority srcnat", out);
  }

  /** What a source rule with this firewall match means on the way out, in order. */
  List<String> bypassing(Gateway gateway) {
    List<String> lines = new ArrayList<>();
    for (Rule rule : rules.of(gateway)) {
      boolean isOfSource = rule.action().equals("SNAT") || rule.action().equals("NO_SNAT");
      if (isOfSource) {
        String verdict =
            rule.item().is("firewall_match", "BYPASS") ? "accept" : "goto firewall_out";
        lines.addAll(lines(gateway, rule, "oifname", verdict));
      }
    }
    return lines.stream().anyMatch(line -> line.endsWith("accept")) ? lines : List.of();
  }

  private List<String> destination(Gateway gateway, Rule rule) {
    if (rule.action().equals("NO_DNAT")) {
      return lines(gateway, rule, "iifname", mark(rule) + "accept");
    }
    String to = target("dnat", "daddr", rule.destination(), rule.translated(), rule);
    return lines(gateway, rule, "iifname", mark(rule) + to);
  }

  /** Tells the firewall which address it is to look at. */
  private static String mark(Rule rule) {
    return switch (rule.item().text("firewall_match").orElse("")) {
      case "BYPASS" -> "ct mark set " + GatewayFilter.BYPASS + " ";
      case "MATCH_EXTERNAL_ADDRESS" -> "ct mark set " + GatewayFilter.EXTERNAL + " ";
      default -> "";
    };
  }

  private List<String> source(Gateway gateway, Rule rule) {
    if (rule.item().is("firewall_match", "MATCH_EXTERNAL_ADDRESS")
        && rule.action().equals("SNAT")) {
      blueprint.remark(
          rule.item().path() + ": the lab's firewall sees the address before translation");
    }
    return lines(
        gateway,
        rule,
        "oifname",
        rule.action().equals("NO_SNAT")
            ? "accept"
            : target("snat", "saddr", rule.source(), rule.translated(), rule));
  }

  private List<String> reflexiveIn(Gateway gateway, Rule rule) {
    boolean ipv6 = isIpv6(rule.translated());
    return Matches.address("daddr", rule.translated(), ipv6, false).stream()
        .map(match ->
            at(gateway, rule, "iifname")
                + match
                + " "
                + target("dnat", "daddr", rule.translated(), rule.source(), rule))
        .toList();
  }

  private List<String> reflexiveOut(Gateway gateway, Rule rule) {
    boolean ipv6 = isIpv6(rule.translated());
    return Matches.address("saddr", rule.source(), ipv6, false).stream()
        .map(match ->
            at(gateway, rule, "oifname")
                + match
                + " "
                + target("snat", "saddr", rule.source(), rule.translated(), rule))
        .toList();
  }

  /** One line for each family and service that a rule means. */
  private List<String> lines(Gateway gateway, Rule rule, String interfaces, String verdict) {
    List<String> lines = new ArrayList<>();
    for (boolean ipv6 : new boolean[] {false, true}) {
      Optional<String> from = Matches.address("saddr", rule.source(), ipv6, false);
      Optional<String> to = Matches.address("daddr", rule.destination(), ipv6, false);
      boolean fits = rule.translated().isEmpty() || isIpv6(rule.translated()) == ipv6;
      if (from.isPresent() && to.isPresent() && fits) {
        for (String service : served(rule)) {
          lines.add(
              String.join(
                      " ",
                      at(gateway, rule, interfaces).strip(),
                      from.get(),
                      to.get(),
                      service,
                      verdict)
                  .replaceAll(" +", " "));
        }
      }
    }
    return lines;
  }

  /** The services of a rule; where ports are translated, those it looks for. */
  private List<String> served(Rule rule) {
    if (rule.item().has("service_entry")) {
      return Services.named(rule.item().inside("service_entry")).stream()
          .map(Services.Entry::match)
          .toList();
    }
    Optional<String> service = rule.item().text("service");
    if (service.isEmpty()) {
      return List.of("");
    }
    Optional<PortSet> ports =
        rule.item().text("translated_ports").flatMap(text -> PortSet.parse(List.of(text)));
    return services.at(service.get()).stream()
        .filter(entry -> ports.isEmpty() || !entry.protocol().isEmpty())
        .map(entry -> ports.map(entry::matchWith).orElse(entry.match()))
        .toList();
  }

  private static String at(Gateway gateway, Rule rule, String field) {
    List<String> scope =
        rule.item().texts("scope").stream()
            .filter(path -> gateway.namespace().standingFor(path).isPresent())
            .toList();
    boolean whole =
        rule.item().texts("scope").stream().noneMatch(path -> path.contains("/interfaces/"));
    List<String> names =
        whole
            ? gateway.outside()
            : gateway.namespace().ports().stream()
                .filter(port -> scope.contains(port.path()))
                .map(Namespace.Port::name)
                .toList();
    return Matches.interfaces(field, names.isEmpty() ? List.of("none") : names) + " ";
  }

  private String target(String verb, String field, AddressSet from, AddressSet to, Rule rule) {
    boolean ipv6 = isIpv6(to);
    String word = verb + (ipv6 ? " ip6 to " : " ip to ");
    String port = verb.equals("dnat") ? port(rule) : "";
    if (to.size() == 1) {
      IpAddress only = to.at(0);
      return word + (ipv6 && !port.isEmpty() ? "[" + only + "]" : only.toString()) + port;
    }
    if (from.size() == to.size() && to.size() <= LONGEST_MAP) {
      List<String> pairs = new ArrayList<>();
      for (long i = 0; i < to.size(); i++) {
        pairs.add(from.at(i) + " : " + to.at(i));
      }
      return word + (ipv6 ? "ip6 " : "ip ") + field + " map { " + String.join(", ", pairs) + " }";
    }
    blueprint.remark(
        rule.item().path() + " translates to a pool: which of its addresses, Linux decides");
    return word + to.ranges().getFirst().first() + "-" + to.ranges().getFirst().last() + port;
  }

  private String port(Rule rule) {
    Optional<String> told = rule.item().inside("service_entry").text("translated_ports");
    if (told.isPresent()) {
      return ":" + told.get();
    }
    boolean translates =
        rule.action().equals("DNAT")
            && rule.item().has("translated_ports")
            && rule.item().has("service");
    return translates
        ? rule.item().text("service").stream()
            .flatMap(path -> services.at(path).stream())
            .flatMapToInt(entry -> entry.firstPort().stream())
            .mapToObj(number -> ":" + number)
            .findFirst()
            .orElse("")
        : "";
  }

  private static boolean isIpv6(AddressSet set) {
    return !set.isEmpty() && set.ranges().getFirst().first().ipv6();
  }
}
