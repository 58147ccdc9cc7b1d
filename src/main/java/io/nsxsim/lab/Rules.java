package io.nsxsim.lab;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Firewall policies in the order in which NSX tries them, and their rules as nftables matches. */
final class Rules {

  static final List<String> DISTRIBUTED =
      List.of("Emergency", "Infrastructure", "Environment", "Application");
  static final List<String> GATEWAY =
      List.of(
          "Emergency",
          "SystemRules",
          "SharedPreRules",
          "LocalGatewayRules",
          "AutoServiceRules",
          "Default");

  private final Items items;
  private final Groups groups;
  private final Services services;

  /**
   * A rule that is enabled.
   *
   * @param policy the path of its policy
   * @param scope what it is applied to; empty for everything in the realm of its policy
   */
  record Rule(Item item, String policy, String category, boolean stateful, List<String> scope) {

    Realm realm() {
      return Realm.of(policy);
    }

    boolean means(String direction) {
      String own = item.text("direction").orElse("IN_OUT");
      return own.equals("IN_OUT") || own.equals(direction);
    }

    String action() {
      return item.text("action").orElse("ALLOW");
    }
  }

  Rules(Items items, Groups groups, Services services) {
    this.items = items;
    this.groups = groups;
    this.services = services;
  }

  Groups groups() {
    return groups;
  }

  /** All rules of a type of policy. */
  List<Rule> of(String policyType, List<String> categories, String usual) {
    return items.of(policyType).stream()
        .filter(policy -> categories.contains(policy.text("category").orElse(usual)))
        .sorted(
            Comparator.comparingInt(
                    (Item policy) -> categories.indexOf(policy.text("category").orElse(usual)))
                .thenComparing(policy -> policy.flag("is_default", false))
                .thenComparingInt(Rules::turn)
                .thenComparingInt(policy -> policy.number("sequence_number", 0))
                .thenComparing(Item::path))
        .flatMap(policy -> rules(policy, policy.text("category").orElse(usual)).stream())
        .toList();
  }

  private List<Rule> rules(Item policy, String category) {
    return items.parts(policy, "rules", "rules").stream()
        .filter(rule -> !rule.flag("disabled", false))
        .sorted(
            Comparator.comparing((Item rule) -> rule.flag("is_default", false))
                .thenComparingInt(rule -> rule.number("sequence_number", 0))
                .thenComparing(Item::id))
        .map(rule ->
            new Rule(
                rule, policy.path(), category, policy.flag("stateful", true), scope(policy, rule)))
        .toList();
  }

  /** Of one category those of the wider realm come first, but of default policies last. */
  private static int turn(Item policy) {
    int depth = Realm.of(policy.path()).depth();
    return policy.flag("is_default", false) ? -depth : depth;
  }

  /** The scope of a policy overrides that of its rules. */
  private static List<String> scope(Item policy, Item rule) {
    List<String> ofPolicy = policy.texts("scope");
    List<String> scope =
        ofPolicy.isEmpty() || ofPolicy.contains("ANY") ? rule.texts("scope") : ofPolicy;
    return scope.contains("ANY") ? List.of() : scope;
  }

  /**
   * What a packet must be to be meant, one match for each family and service.
   *
   * @param destination the field to find the destination in, such as {@code daddr}
   */
  List<String> matches(Rule rule, String destination) {
    List<String> matches = new ArrayList<>();
    String families = rule.item().text("ip_protocol").orElse("IPV4_IPV6");
    for (boolean ipv6 : new boolean[] {false, true}) {
      if (!families.contains(ipv6 ? "IPV6" : "IPV4")) {
        continue;
      }
      Optional<String> from = side(rule.item(), "source", "saddr", ipv6);
      Optional<String> to = side(rule.item(), "destination", destination, ipv6);
      if (from.isPresent() && to.isPresent()) {
        for (String service : served(rule.item())) {
          matches.add((from.get() + " " + to.get() + " " + service).strip().replaceAll(" +", " "));
        }
      }
    }
    return matches;
  }

  private List<String> served(Item rule) {
    return services
        .of(rule)
        .map(entries -> entries.stream().map(Services.Entry::match).toList())
        .orElse(List.of(""));
  }

  private Optional<String> side(Item rule, String side, String field, boolean ipv6) {
    List<String> texts = rule.texts(side + "_groups");
    if (texts.isEmpty() || texts.contains("ANY")) {
      return Optional.of(Matches.family(ipv6));
    }
    AddressSet all = AddressSet.NONE;
    for (String text : texts) {
      all =
          all.union(
              text.startsWith("/")
                  ? groups.at(text).addresses()
                  : AddressRange.parse(text)
                      .map(range -> AddressSet.of(List.of(range)))
                      .orElse(AddressSet.NONE));
    }
    return Matches.address(field, all, ipv6, rule.flag(side + "s_excluded", false));
  }
}
