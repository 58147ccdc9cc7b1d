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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one firewall rule: whom it is about, where it applies and what it does. */
final class FirewallRuleReader {

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

  private final Groups groups;
  private final ServiceEntries services;
  private final Known known;
  private final OpenGroups open;
  private final Notes notes;

  FirewallRuleReader(
      Documents documents, Groups groups, ServiceEntries services, Known known, Notes notes) {
    this.groups = groups;
    this.services = services;
    this.known = known;
    this.open = new OpenGroups(documents);
    this.notes = notes;
  }

  /** A policy's scope overrides that of its rules (NSX's contract). */
  static List<String> scopeOf(Document policy, Document rule) {
    List<String> ofPolicy = policy.texts("scope");
    return ofPolicy.isEmpty() || ofPolicy.contains("ANY") ? rule.texts("scope") : ofPolicy;
  }

  /**
   * The rule, unless it does what is not modelled.
   *
   * @param scope the ports or interfaces that it is applied to; empty for all
   * @param subject whose notes get what there is to say
   */
  Optional<FirewallRule> read(
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
  Optional<Set<PolicyPath>> ports(List<String> scope) {
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
