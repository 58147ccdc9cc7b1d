package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import io.nsxsim.inventory.discovered.ExternalId;
import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves groups to their members, each group once. */
final class Groups {

  private static final String CARDS = "/infra/realized-state/enforcement-points/default/vifs/";
  private static final Pattern SPACE =
      Pattern.compile("^(/orgs/[^/]+/projects/[^/]+(?:/vpcs/[^/]+)?)/");

  private final Documents documents;
  private final List<Member> all;
  private final Notes notes;
  private final Map<String, Map<MemberKind, Set<Member>>> byPath = new HashMap<>();
  private final Map<PolicyPath, Members> resolved = new HashMap<>();
  private final Set<PolicyPath> open = new HashSet<>();

  Groups(Documents documents, List<Member> all, Notes notes) {
    this.documents = documents;
    this.all = all;
    this.notes = notes;
    for (Member member : all) {
      member.port().ifPresent(port -> index(port.value(), member, MemberKind.PORT));
      member
          .segment()
          .ifPresent(segment -> index(segment.path().value(), member, MemberKind.SEGMENT));
      member.machine().ifPresent(machine -> index(machine, member));
    }
  }

  private void index(VirtualMachine machine, Member member) {
    String externalId = ExternalId.of(machine);
    index(Machines.device(machine.id()), member, MemberKind.MACHINE);
    index(Machines.device(externalId), member, MemberKind.MACHINE);
    if (member.card() >= 0) {
      index(CARDS + ExternalId.of(machine, member.card()), member, MemberKind.INTERFACE);
    }
  }

  private void index(String path, Member member, MemberKind kind) {
    byPath
        .computeIfAbsent(path, absent -> new EnumMap<>(MemberKind.class))
        .computeIfAbsent(kind, absent -> new HashSet<>())
        .add(member);
  }

  /** The members of a group, segment, port or machine; nobody for an unknown path. */
  Members members(PolicyPath path, String subject) {
    Members known = resolved.get(path);
    if (known != null) {
      return known;
    }
    Members members = resolve(path, subject);
    resolved.put(path, members);
    return members;
  }

  private Members resolve(PolicyPath path, String subject) {
    Optional<Document> group =
        documents.find(path).filter(document -> document.type().equals("Group"));
    if (group.isEmpty()) {
      return cardsAt(path, subject);
    }
    if (!open.add(path)) {
      notes.add(subject, path + " contains itself; that part is left out");
      return Members.NONE;
    }
    Members members = evaluate(group.get().objects("expression"), path, subject);
    open.remove(path);
    return members;
  }

  /** What a path of a segment, port, machine or card, or of a space of them, stands for. */
  private Members cardsAt(PolicyPath path, String subject) {
    if (isSpace(path)) {
      List<Member> inside = all.stream().filter(member -> member.isWithin(path.value())).toList();
      Set<String> vpcs = path.value().contains("/vpcs/") ? Set.of(path.value()) : Set.of();
      return Members.of(inside, MemberKind.SEGMENT)
          .or(new Members(Map.of(), AddressSet.NONE, Set.of(), vpcs));
    }
    Members members = Members.NONE;
    for (var found : byPath.getOrDefault(path.value(), Map.of()).entrySet()) {
      members = members.or(Members.of(found.getValue(), found.getKey()));
    }
    if (members.cards().isEmpty() && documents.find(path).isEmpty()) {
      notes.add(subject, "There is nothing known at " + path + "; it counts as empty");
    }
    return members;
  }

  /** A project or VPC. */
  private static boolean isSpace(PolicyPath path) {
    return path.value().matches("/orgs/[^/]+/projects/[^/]+(/vpcs/[^/]+)?");
  }

  /** Expressions joined by conjunctions, from left to right; side by side means OR. */
  private Members evaluate(List<Document> expressions, PolicyPath group, String subject) {
    Members found = Members.NONE;
    boolean and = false;
    for (Document expression : expressions) {
      if (expression.type().equals("ConjunctionOperator")) {
        and = expression.text("conjunction_operator").orElse("OR").equals("AND");
        continue;
      }
      Members next = one(expression, group, subject);
      found = and ? found.and(next) : found.or(next);
      and = false;
    }
    return found;
  }

  private Members one(Document expression, PolicyPath group, String subject) {
    return switch (expression.type()) {
      case "IPAddressExpression" -> addresses(expression, group, subject);
      case "PathExpression" -> paths(expression, subject);
      case "NestedExpression" -> evaluate(expression.objects("expressions"), group, subject);
      case "Condition" -> condition(expression, group, subject);
      case "ExternalIDExpression" -> externalIds(expression);
      default -> {
        notes.add(subject, group + ": " + expression.type() + " is not modelled; it adds nobody");
        yield Members.NONE;
      }
    };
  }

  private Members addresses(Document expression, PolicyPath group, String subject) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : expression.texts("ip_addresses")) {
      AddressRange.parse(text)
          .ifPresentOrElse(
              ranges::add,
              () -> notes.add(subject, group + ": " + text + " is no address; left out"));
    }
    return new Members(
        Map.of(),
        AddressSet.of(ranges),
        new LinkedHashSet<>(expression.texts("ip_addresses")),
        Set.of());
  }

  private Members paths(Document expression, String subject) {
    Members result = Members.NONE;
    for (String path : expression.texts("paths")) {
      if (PolicyPath.isPolicyPath(path)) {
        result = result.or(members(new PolicyPath(path), subject));
      }
    }
    return result;
  }

  private Members condition(Document expression, PolicyPath group, String subject) {
    GroupCondition condition = new GroupCondition(expression);
    if (condition.memberType().equals("Group")) {
      return groups(condition, group, subject);
    }
    if (!condition.isModelled()) {
      notes.add(subject, group + ": " + condition + " is not modelled; it adds nobody");
    }
    String space = space(group);
    return condition
        .kind()
        .map(kind ->
            Members.of(
                all.stream()
                    .filter(condition::holdsFor)
                    .filter(member -> member.isWithin(space))
                    .toList(),
                kind))
        .orElse(Members.NONE);
  }

  /** The members of the groups beside this one that meet a condition. */
  private Members groups(GroupCondition condition, PolicyPath group, String subject) {
    String collection = group.value().substring(0, group.value().lastIndexOf('/'));
    Members members = Members.NONE;
    for (Document other : documents.below(new PolicyPath(collection), "Group")) {
      if (!other.path().equals(group) && condition.holdsFor(other)) {
        members = members.or(members(other.path(), subject));
      }
    }
    return members;
  }

  /** The project or VPC whose objects a group sees; empty for the default space, which sees all. */
  private static String space(PolicyPath group) {
    Matcher matcher = SPACE.matcher(group.value());
    return matcher.find() ? matcher.group(1) : "";
  }

  private Members externalIds(Document expression) {
    boolean ofCards = expression.text("member_type").orElse("").equals("VirtualNetworkInterface");
    MemberKind kind = ofCards ? MemberKind.INTERFACE : MemberKind.MACHINE;
    Set<Member> named = new HashSet<>();
    for (String id : expression.texts("external_ids")) {
      String path = ofCards ? CARDS + id : Machines.device(id);
      named.addAll(byPath.getOrDefault(path, Map.of()).getOrDefault(kind, Set.of()));
    }
    return Members.of(named, kind);
  }
}
