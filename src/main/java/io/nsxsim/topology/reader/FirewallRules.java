package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.RuleList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads security and gateway policies. Rules are tried by category, then by the sequence number of
 * the policy, then by their own (NSX documentation); default policies come last.
 */
final class FirewallRules {

  private static final List<String> ETHERNET = List.of("Ethernet");
  private static final List<String> DISTRIBUTED =
      List.of("Emergency", "Infrastructure", "Environment", "Application");
  private static final List<String> GATEWAY =
      List.of(
          "Emergency",
          "SystemRules",
          "SharedPreRules",
          "LocalGatewayRules",
          "AutoServiceRules",
          "Default");

  private final Documents documents;
  private final FirewallRuleReader reader;
  private final Remembered<RuleList> lists;
  private final Notes notes;

  FirewallRules(
      Documents documents,
      Groups groups,
      ServiceEntries services,
      FirewallRuleReader.Known known,
      Notes notes) {
    this.documents = documents;
    this.reader = new FirewallRuleReader(documents, groups, services, known, notes);
    this.lists = known.lists();
    this.notes = notes;
  }

  /** The rules at the network cards, and the cards that are left alone. */
  DistributedFirewall distributed() {
    if (isOff()) {
      notes.add(DistributedFirewall.SUBJECT, "The distributed firewall is switched off");
      return new DistributedFirewall(new RuleList(List.of()), new RuleList(List.of()), Set.of());
    }
    Set<PolicyPath> excluded = new HashSet<>();
    for (Document list : documents.of("PolicyExcludeList")) {
      reader.ports(list.texts("members")).ifPresent(excluded::addAll);
    }
    return new DistributedFirewall(distributed(ETHERNET), distributed(DISTRIBUTED), excluded);
  }

  private RuleList distributed(List<String> categories) {
    List<FirewallRule> rules = new ArrayList<>();
    Map<List<Object>, Document> numbers = new HashMap<>();
    for (Document policy : ordered("SecurityPolicy", categories)) {
      noteEqualNumber(policy, numbers);
      for (Document rule : rulesOf(policy)) {
        Optional<Set<PolicyPath>> scope =
            reader.ports(within(policy, FirewallRuleReader.scopeOf(policy, rule)));
        reader.read(policy, rule, scope, DistributedFirewall.SUBJECT).ifPresent(rules::add);
      }
    }
    return lists.get(categories, rules, () -> new RuleList(rules));
  }

  /** NSX knows no order between policies of one number; a default policy is behind all anyway. */
  private void noteEqualNumber(Document policy, Map<List<Object>, Document> numbers) {
    if (policy.flag("is_default", false)) {
      return;
    }
    List<Object> number =
        List.of(category(policy, DISTRIBUTED), policy.number("sequence_number", 0));
    Document other = numbers.putIfAbsent(number, policy);
    if (other != null) {
      notes.add(
          DistributedFirewall.SUBJECT,
          other.path() + " and " + policy.path() + " have one sequence number; path decides");
    }
  }

  private boolean isOff() {
    return documents.of("DfwFirewallConfiguration").stream()
        .anyMatch(settings -> !settings.flag("enable_firewall", true));
  }

  /** The rules of each gateway that is named in a scope. */
  Map<PolicyPath, List<FirewallRule>> byGateway(Gateways gateways) {
    Map<PolicyPath, List<FirewallRule>> rules = new HashMap<>();
    for (Document policy : ordered("GatewayPolicy", GATEWAY)) {
      for (Document rule : rulesOf(policy)) {
        Map<Gateway, Set<PolicyPath>> scopes =
            gatewaysIn(within(policy, FirewallRuleReader.scopeOf(policy, rule)), gateways);
        scopes.forEach((gateway, interfaces) ->
            reader
                .read(
                    policy,
                    rule,
                    Optional.of(interfaces).filter(set -> !set.isEmpty()),
                    gateway.id())
                .ifPresent(each ->
                    rules.computeIfAbsent(gateway.path(), path -> new ArrayList<>()).add(each)));
      }
    }
    return rules;
  }

  private List<Document> ordered(String kind, List<String> categories) {
    return documents.of(kind).stream()
        .filter(policy -> categories.contains(category(policy, categories)))
        .sorted(
            Comparator.comparingInt(
                    (Document policy) -> categories.indexOf(category(policy, categories)))
                .thenComparing(policy -> policy.flag("is_default", false))
                .thenComparingInt(FirewallRules::breadth)
                .thenComparingInt(policy -> policy.number("sequence_number", 0))
                .thenComparing(Document::path))
        .toList();
  }

  /** The defaults of a VPC come before those of its project, and these before those of all. */
  private static int breadth(Document policy) {
    return policy.flag("is_default", false)
        ? Groups.spaceOf(policy.path()).map(space -> -space.segments().size()).orElse(0)
        : 0;
  }

  /** NSX's defaults: Application for security policies, LocalGatewayRules for gateway policies. */
  private static String category(Document policy, List<String> categories) {
    String absent = categories == GATEWAY ? "LocalGatewayRules" : "Application";
    return policy.text("category").orElse(absent);
  }

  private List<Document> rulesOf(Document policy) {
    return documents.children(policy, "rules", "Rule").stream()
        .filter(rule -> !rule.id().isEmpty() && !rule.flag("disabled", false))
        .sorted(
            Comparator.comparing((Document rule) -> rule.flag("is_default", false))
                .thenComparingInt(rule -> rule.number("sequence_number", 0))
                .thenComparing(Document::id))
        .toList();
  }

  /**
   * Policies of a project or VPC leave all other machines alone (NSX's documentation), and those of
   * a VPC's gateway all other gateways.
   */
  private static List<String> within(Document policy, List<String> scope) {
    boolean everywhere = scope.isEmpty() || scope.contains("ANY");
    return everywhere
        ? Groups.spaceOf(policy.path()).map(space -> List.of(space.value())).orElse(scope)
        : scope;
  }

  /**
   * The gateways of a scope, each with the interfaces named; none named means all facing outwards.
   */
  private Map<Gateway, Set<PolicyPath>> gatewaysIn(List<String> scope, Gateways gateways) {
    Map<Gateway, Set<PolicyPath>> found = new HashMap<>();
    Set<Gateway> whole = new HashSet<>();
    for (PolicyPath path : Labels.resolve(scope, documents)) {
      Optional<Gateway> gateway = gateways.owning(path);
      gateway.ifPresent(known -> {
        Set<PolicyPath> interfaces = found.computeIfAbsent(known, absent -> new HashSet<>());
        if (path.value().contains("/interfaces/")) {
          interfaces.add(path);
        } else {
          whole.add(known);
        }
      });
    }
    whole.forEach(gateway -> found.put(gateway, Set.of()));
    return found;
  }
}
