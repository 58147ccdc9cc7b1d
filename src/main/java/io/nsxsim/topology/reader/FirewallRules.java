package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.IpFamily;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.RuleList;
import io.nsxsim.topology.ServiceMatch;
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

  /** What an earlier reading made of rules, of their addresses and of what they apply to. */
  record Known(
      Remembered<FirewallRule> rules,
      Remembered<AddressSet> addresses,
      Remembered<Optional<Set<PolicyPath>>> scopes,
      Remembered<RuleList> lists) {

    Known() {
      this(new Remembered<>(), new Remembered<>(), new Remembered<>(), new Remembered<>());
    }

    void next() {
      rules.next();
      addresses.next();
      scopes.next();
      lists.next();
    }
  }

  private final Documents documents;
  private final Groups groups;
  private final ServiceEntries services;
  private final Known known;
  private final OpenGroups open;
  private final Notes notes;

  FirewallRules(
      Documents documents, Groups groups, ServiceEntries services, Known known, Notes notes) {
    this.documents = documents;
    this.groups = groups;
    this.services = services;
    this.known = known;
    this.open = new OpenGroups(documents);
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
      ports(list.texts("members")).ifPresent(excluded::addAll);
    }
    return new DistributedFirewall(distributed(ETHERNET), distributed(DISTRIBUTED), excluded);
  }

  private RuleList distributed(List<String> categories) {
    List<FirewallRule> rules = new ArrayList<>();
    Map<List<Object>, Document> numbers = new HashMap<>();
    for (Document policy : ordered("SecurityPolicy", categories)) {
      noteEqualNumber(policy, numbers);
      for (Document rule : rulesOf(policy)) {
        Optional<Set<PolicyPath>> scope = ports(within(policy, scopeOf(policy, rule)));
        read(policy, rule, scope, DistributedFirewall.SUBJECT).ifPresent(rules::add);
      }
    }
    return known.lists().get(categories, rules, () -> new RuleList(rules));
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
        Map<Gateway, Set<PolicyPath>> scopes = gatewaysIn(scopeOf(policy, rule), gateways);
        scopes.forEach((gateway, interfaces) ->
            read(policy, rule, Optional.of(interfaces).filter(set -> !set.isEmpty()), gateway.id())
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
    return policy.flag("is_default", false) ? -policy.path().segments().size() : 0;
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

  /** Policies of a project or VPC leave all other machines alone (NSX's documentation). */
  private static List<String> within(Document policy, List<String> scope) {
    boolean everywhere = scope.isEmpty() || scope.contains("ANY");
    return everywhere
        ? Groups.spaceOf(policy.path()).map(space -> List.of(space.value())).orElse(scope)
        : scope;
  }

  /** A policy's scope overrides that of its rules (NSX's contract). */
  private static List<String> scopeOf(Document policy, Document rule) {
    List<String> ofPolicy = policy.texts("scope");
    return ofPolicy.isEmpty() || ofPolicy.contains("ANY") ? rule.texts("scope") : ofPolicy;
  }

  private Optional<FirewallRule> read(
      Document policy, Document rule, Optional<Set<PolicyPath>> scope, String subject) {
    PolicyPath path = policy.path().child("rules/" + rule.id());
    Optional<FirewallRule.Action> action = action(rule);
    if (action.isEmpty()) {
      notes.add(subject, path + " has no action that is modelled; it is left out");
      return Optional.empty();
    }
    AddressSet sources = addresses(rule, "source_groups", subject);
    AddressSet destinations = addresses(rule, "destination_groups", subject);
    boolean anySource = open.isAny(rule.texts("source_groups"));
    boolean anyDestination = open.isAny(rule.texts("destination_groups"));
    boolean anyScope = open.isAny(scopeOf(policy, rule));
    List<ServiceMatch> meant = services.of(rule, subject);
    List<Object> madeOf =
        List.of(
            policy.node(),
            rule.node(),
            sources,
            destinations,
            scope,
            meant,
            anySource,
            anyDestination,
            anyScope);
    return Optional.of(
        known
            .rules()
            .get(
                List.of(path, subject),
                madeOf,
                () ->
                    new FirewallRule(
                        path,
                        action.get(),
                        direction(rule),
                        family(rule),
                        peers(sources, rule.flag("sources_excluded", false), anySource),
                        peers(
                            destinations,
                            rule.flag("destinations_excluded", false),
                            anyDestination),
                        meant,
                        scope,
                        policy.flag("stateful", true),
                        policy.text("category").orElse(""),
                        anyScope,
                        isConditional(policy, rule))));
  }

  /** Contents, hours and the addresses of frames are not modelled. */
  private boolean isConditional(Document policy, Document rule) {
    return policy.has("scheduler_path")
        || rule.texts("profiles").stream().anyMatch(PolicyPath::isPolicyPath)
        || policy.text("category").orElse("").equals("Ethernet")
            && (isNarrow(rule, "source_groups") || isNarrow(rule, "destination_groups"));
  }

  private static boolean isNarrow(Document rule, String field) {
    List<String> texts = rule.texts(field);
    return !texts.isEmpty() && !texts.contains("ANY");
  }

  /** The same object for the same rule, so that what was worked out from it holds on. */
  private static FirewallRule.Peers peers(AddressSet addresses, boolean excluded, boolean open) {
    return addresses == AddressSet.ANY && !excluded && !open
        ? FirewallRule.Peers.ANY
        : new FirewallRule.Peers(addresses, excluded, open);
  }

  private AddressSet addresses(Document rule, String field, String subject) {
    List<String> texts = rule.texts(field);
    if (texts.isEmpty() || texts.contains("ANY")) {
      return AddressSet.ANY;
    }
    List<AddressSet> parts = new ArrayList<>();
    texts.forEach(text -> parts.add(addresses(text, subject)));
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return known
        .addresses()
        .get(
            List.of(rule.path(), field),
            parts,
            () -> parts.stream().reduce(AddressSet.NONE, AddressSet::union));
  }

  private AddressSet addresses(String text, String subject) {
    if (PolicyPath.isPolicyPath(text)) {
      return groups.members(new PolicyPath(text), subject).addresses();
    }
    Optional<AddressRange> range = AddressRange.parse(text);
    if (range.isEmpty()) {
      notes.add(subject, text + " is no address or path; it counts as empty");
    }
    return known
        .addresses()
        .get(
            text,
            List.of(),
            () -> range.map(each -> AddressSet.of(List.of(each))).orElse(AddressSet.NONE));
  }

  /** The ports that a distributed rule is applied to; empty for all of them. */
  private Optional<Set<PolicyPath>> ports(List<String> scope) {
    if (scope.isEmpty() || scope.contains("ANY")) {
      return Optional.empty();
    }
    List<Set<PolicyPath>> parts =
        scope.stream()
            .filter(PolicyPath::isPolicyPath)
            .map(path -> groups.members(new PolicyPath(path), DistributedFirewall.SUBJECT).ports())
            .toList();
    return known.scopes().get(scope, parts, () -> Optional.of(unite(parts)));
  }

  private static Set<PolicyPath> unite(List<Set<PolicyPath>> parts) {
    Set<PolicyPath> all = new HashSet<>();
    parts.forEach(all::addAll);
    return all;
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

  private static Optional<FirewallRule.Action> action(Document rule) {
    String text = rule.text("action").orElse("ALLOW");
    return List.of(FirewallRule.Action.values()).stream()
        .filter(action -> action.name().equals(text))
        .findFirst();
  }

  private static IpFamily family(Document rule) {
    return switch (rule.text("ip_protocol").orElse("IPV4_IPV6")) {
      case "IPV4" -> IpFamily.IPV4;
      case "IPV6" -> IpFamily.IPV6;
      default -> IpFamily.BOTH;
    };
  }

  private static FirewallRule.Direction direction(Document rule) {
    return switch (rule.text("direction").orElse("IN_OUT")) {
      case "IN" -> FirewallRule.Direction.IN;
      case "OUT" -> FirewallRule.Direction.OUT;
      default -> FirewallRule.Direction.IN_OUT;
    };
  }
}
