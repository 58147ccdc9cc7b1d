package io.nsxsim.lab;

import io.nsxsim.lab.Machines.Card;
import io.nsxsim.lab.Rules.Rule;
import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The distributed firewall at the network cards of machines. NSX filters outside of the machine;
 * here the machine's own namespace does. So that a sender does not notice, what may not leave is
 * marked and routed into a dead end, or to a namespace that rejects it in the destination's name.
 */
final class CardFilter {

  private static final String KEEP = "ct mark set ct mark or 0x1 ";
  private static final String KNOWN = "ct state established,related ct mark and 0x1 == 0x1 accept";

  /** What is rejected on its way in; NSX itself says so, which is not filtered. */
  private static final String ANSWERED = " ct mark set ct mark or 0x10";

  private static final String ANSWER = "ct mark and 0x10 == 0x10 accept";
  private static final String LOST = "meta mark set 0x66 accept";
  private static final String REJECTED = "meta mark set 0x67 accept";

  private static final List<Cidr> EVERYTHING = List.of(Cidr.ALL_IPV4, Cidr.ALL_IPV6);

  private final Rules rules;
  private final Blueprint blueprint;
  private final List<Rule> all;
  private final Set<Card> excluded = new HashSet<>();

  CardFilter(Items items, Rules rules, Blueprint blueprint) {
    this.rules = rules;
    this.blueprint = blueprint;
    this.all = rules.of("SecurityPolicy", Rules.DISTRIBUTED, "Application");
    for (Item list : items.of("PolicyExcludeList")) {
      list.texts("members").forEach(path -> excluded.addAll(rules.groups().at(path).cards()));
    }
  }

  /** Adds the chains of all machines that run. */
  void add(List<Card> cards) {
    Map<Namespace, List<Card>> byMachine = new LinkedHashMap<>();
    for (Card card : cards) {
      card.namespace()
          .ifPresent(namespace ->
              byMachine.computeIfAbsent(namespace, absent -> new ArrayList<>()).add(card));
    }
    byMachine.forEach(this::add);
  }

  private void add(Namespace namespace, List<Card> cards) {
    List<String> in = new ArrayList<>(List.of("iifname \"lo\" accept", KNOWN));
    List<String> out = new ArrayList<>(List.of("oifname \"lo\" accept", KNOWN, ANSWER));
    boolean filters = false;
    for (Card card : cards) {
      List<Rule> own = applied(card);
      boolean isDown = !card.port().isUp() || !card.segment().isUp();
      boolean blocks = own.stream().anyMatch(rule -> !rule.action().equals("ALLOW"));
      if (card.interfaceName().isEmpty() || !isDown && !blocks) {
        continue;
      }
      filters = true;
      for (String name : Set.copyOf(card.interfaceName())) {
        chain(namespace, own, isDown, "IN", name);
        chain(namespace, own, isDown, "OUT", name);
        in.add("iifname \"" + name + "\" jump in_" + name);
        out.add("oifname \"" + name + "\" jump out_" + name);
      }
    }
    if (filters) {
      install(namespace, in, out);
    }
  }

  private void install(Namespace namespace, List<String> in, List<String> out) {
    addDeadEnds(namespace, in);
    namespace.filter("card_out", "route hook output priority mangle", out);
    if (namespace.forwards()) {
      namespace.filter("card_in", "filter hook prerouting priority -50", in);
      List<String> through = new ArrayList<>(List.of("meta mark 0x66-0x67 accept"));
      through.addAll(out);
      namespace.filter("card_through", "filter hook postrouting priority 110", through);
      namespace.filter(
          "card_end", "filter hook postrouting priority 120", forwardedDrops(namespace));
    } else {
      namespace.filter("card_in", "filter hook input priority 0", in);
    }
  }

  /** What was marked only after routing can no longer be led away; it is dropped. */
  private static List<String> forwardedDrops(Namespace namespace) {
    return namespace.ports().stream()
        .filter(port -> !port.path().isEmpty())
        .map(port -> "oifname \"" + port.name() + "\" meta mark 0x66-0x67 drop")
        .toList();
  }

  /**
   * What is marked leaves by one of two cables: what comes by the first is dropped, what comes by
   * the second is rejected by a namespace that takes every address for its own, except when it
   * answers.
   */
  private void addDeadEnds(Namespace namespace, List<String> in) {
    Namespace end = blueprint.add("dfw", namespace.label(), false);
    String lost = leadAway(namespace, end, "0x66", 66);
    String rejected = leadAway(namespace, end, "0x67", 67);
    in.add(1, "iifname \"" + rejected + "\" accept");
    String there = end.ports().getLast().name();
    for (Cidr all : EVERYTHING) {
      boolean ipv6 = all.ipv6();
      end.command(ipv6, "route add local " + all + " dev lo");
      end.command(ipv6, "route add " + all + " dev " + there);
      end.command(ipv6, "rule add pref 10 iif lo lookup main");
      end.command(ipv6, "rule add pref 20 lookup local");
      end.command(ipv6, "rule del pref 0");
    }
    end.filter(
        "input",
        "filter hook input priority 0",
        List.of(
            "iifname != \"" + there + "\" drop",
            "meta l4proto tcp reject with tcp reset",
            "reject with icmpx type admin-prohibited"));
    in.add(1, "iifname \"" + lost + "\" drop");
  }

  private String leadAway(Namespace namespace, Namespace end, String mark, int table) {
    String wire = "dfw:" + namespace.name() + "/" + table;
    String here = blueprint.tube(namespace, wire, "", List.of()).name();
    blueprint.tube(end, wire, "", List.of());
    for (Cidr all : EVERYTHING) {
      boolean ipv6 = all.ipv6();
      namespace.command(ipv6, "rule add fwmark " + mark + " lookup " + table);
      namespace.command(ipv6, "route add " + all + " dev " + here + " table " + table);
    }
    return here;
  }

  private List<Rule> applied(Card card) {
    return excluded.contains(card)
        ? List.of()
        : all.stream()
            .filter(rule -> rule.realm().holds(card.portPath()))
            .filter(rule ->
                rule.scope().isEmpty()
                    || rule.scope().stream()
                        .anyMatch(path -> rules.groups().at(path).cards().contains(card)))
            .toList();
  }

  private void chain(
      Namespace namespace, List<Rule> own, boolean isDown, String direction, String name) {
    boolean isOut = direction.equals("OUT");
    String chain = (isOut ? "out_" : "in_") + name;
    if (isDown) {
      namespace.filter(chain, "", List.of(isOut ? LOST : "drop"));
      return;
    }
    List<String> first = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (Rule rule : own) {
      List<String> lines = rule.category().equals("Application") ? last : first;
      if (rule.means(direction)) {
        String verdict = verdict(rule, isOut, chain);
        String mark = verdict.equals("reject") ? ANSWERED : "";
        for (String match : rules.matches(rule, "daddr")) {
          lines.addAll(Verdicts.lines(match + mark, verdict));
        }
      }
    }
    last.add(KEEP + "accept");
    first.add("goto " + chain + "_app");
    namespace.filter(chain + "_app", "", last);
    namespace.filter(chain, "", first);
  }

  private static String verdict(Rule rule, boolean isOut, String chain) {
    return switch (rule.action()) {
      case "DROP" -> isOut ? LOST : "drop";
      case "REJECT" -> isOut ? REJECTED : "reject";
      case "JUMP_TO_APPLICATION" -> "goto " + chain + "_app";
      default -> (rule.stateful() ? KEEP : "") + "accept";
    };
  }
}
