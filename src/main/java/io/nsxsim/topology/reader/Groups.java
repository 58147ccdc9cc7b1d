package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Resolves groups to their members, each group once. */
final class Groups {

  private static final Pattern SPACE =
      Pattern.compile("^(/orgs/[^/]+/projects/[^/]+(?:/vpcs/[^/]+)?)/");

  private final Documents documents;
  private final Population population;
  private final Remembered<Result> known;
  private final Notes notes;
  private final Map<PolicyPath, Result> resolved = new HashMap<>();
  private final Set<PolicyPath> open = new HashSet<>();

  /** Members, and what there was to say about them. */
  record Result(Members members, List<String> notes) {}

  Groups(Documents documents, Population population, Remembered<Result> known, Notes notes) {
    this.documents = documents;
    this.population = population;
    this.known = known;
    this.notes = notes;
  }

  /**
   * The members of a group, segment, port or machine; nobody for an unknown path.
   *
   * @param subject whose notes get what there is to say
   */
  Members members(PolicyPath path, String subject) {
    Result result = result(path);
    result.notes().forEach(note -> notes.add(subject, note));
    return result.members();
  }

  private Result result(PolicyPath path) {
    Result done = resolved.get(path);
    if (done == null) {
      done = resolve(path);
      resolved.put(path, done);
    }
    return done;
  }

  private Result resolve(PolicyPath path) {
    Optional<Document> group =
        documents.find(path).filter(document -> document.type().equals("Group"));
    if (group.isEmpty()) {
      return cardsAt(path);
    }
    if (!open.add(path)) {
      return new Result(Members.NONE, List.of(path + " contains itself; that part is left out"));
    }
    Result result = evaluate(group.get().objects("expression"), path, path);
    open.remove(path);
    return result;
  }

  /** What a path of a segment, port, machine or card, or of a space of them, stands for. */
  private Result cardsAt(PolicyPath path) {
    if (isSpace(path)) {
      List<Member> inside =
          population.all().stream().filter(member -> member.isWithin(path.value())).toList();
      Set<String> vpcs = path.value().contains("/vpcs/") ? Set.of(path.value()) : Set.of();
      return quiet(
          Members.of(inside, MemberKind.SEGMENT)
              .or(new Members(Map.of(), AddressSet.NONE, Set.of(), vpcs)));
    }
    Map<MemberKind, Set<Member>> there = population.at(path.value());
    Members members = known.get(path, parts(there), () -> quiet(unite(there))).members();
    if (members.cards().isEmpty() && documents.find(path).isEmpty()) {
      return new Result(
          members, List.of("There is nothing known at " + path + "; it counts as empty"));
    }
    return quiet(members);
  }

  private static List<Object> parts(Map<MemberKind, Set<Member>> there) {
    List<Object> parts = new ArrayList<>();
    there.forEach((kind, members) -> {
      parts.add(kind);
      members.stream().sorted(Comparator.comparing(Member::key)).forEach(parts::add);
    });
    return parts;
  }

  private static Members unite(Map<MemberKind, Set<Member>> there) {
    Members members = Members.NONE;
    for (var found : there.entrySet()) {
      members = members.or(Members.of(found.getValue(), found.getKey()));
    }
    return members;
  }

  private static Result quiet(Members members) {
    return new Result(members, List.of());
  }

  /** A project or VPC. */
  private static boolean isSpace(PolicyPath path) {
    return path.value().matches("/orgs/[^/]+/projects/[^/]+(/vpcs/[^/]+)?");
  }

  /**
   * Expressions joined by conjunctions, from left to right; side by side means OR. Parts that are
   * the same as before give the same members, the very same object.
   */
  private Result evaluate(List<Document> expressions, PolicyPath group, Object key) {
    List<Object> parts = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Document expression : expressions) {
      parts.add(expression.node());
      if (!expression.type().equals("ConjunctionOperator")) {
        Result part = one(expression, group);
        parts.add(part.members());
        said.addAll(part.notes());
      }
    }
    Members members = known.get(key, parts, () -> quiet(join(parts))).members();
    return new Result(members, said);
  }

  private static Members join(List<Object> parts) {
    Members found = Members.NONE;
    boolean and = false;
    for (Object part : parts) {
      if (part instanceof Members next) {
        found = and ? found.and(next) : found.or(next);
        and = false;
      } else if (part instanceof JsonNode node && node.has("conjunction_operator")) {
        and = node.path("conjunction_operator").asString("OR").equals("AND");
      }
    }
    return found;
  }

  private Result one(Document expression, PolicyPath group) {
    return switch (expression.type()) {
      case "IPAddressExpression" -> addresses(expression, group);
      case "PathExpression" -> paths(expression);
      case "NestedExpression" ->
          evaluate(expression.objects("expressions"), group, expression.node());
      case "Condition" -> condition(expression, group);
      case "ExternalIDExpression" -> externalIds(expression);
      default ->
          new Result(
              Members.NONE,
              List.of(group + ": " + expression.type() + " is not modelled; it adds nobody"));
    };
  }

  private Result addresses(Document expression, PolicyPath group) {
    List<AddressRange> ranges = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (String text : expression.texts("ip_addresses")) {
      AddressRange.parse(text)
          .ifPresentOrElse(
              ranges::add, () -> said.add(group + ": " + text + " is no address; left out"));
    }
    Members members =
        known
            .get(
                expression.node(),
                List.of(),
                () ->
                    quiet(
                        new Members(
                            Map.of(),
                            AddressSet.of(ranges),
                            new LinkedHashSet<>(expression.texts("ip_addresses")),
                            Set.of())))
            .members();
    return new Result(members, said);
  }

  private Result paths(Document expression) {
    List<Result> parts =
        expression.texts("paths").stream()
            .filter(PolicyPath::isPolicyPath)
            .map(path -> result(new PolicyPath(path)))
            .toList();
    List<Members> members = parts.stream().map(Result::members).toList();
    Members all =
        known
            .get(
                expression.node(),
                members,
                () -> quiet(members.stream().reduce(Members.NONE, Members::or)))
            .members();
    return new Result(all, parts.stream().flatMap(part -> part.notes().stream()).toList());
  }

  private Result condition(Document expression, PolicyPath group) {
    GroupCondition condition = new GroupCondition(expression);
    if (condition.memberType().equals("Group")) {
      return groups(condition, group);
    }
    List<String> said =
        condition.isModelled()
            ? List.of()
            : List.of(group + ": " + condition + " is not modelled; it adds nobody");
    Optional<MemberKind> kind = condition.kind();
    if (kind.isEmpty()) {
      return new Result(Members.NONE, said);
    }
    String space = space(group);
    Collection<Member> meeting = population.meeting(condition);
    Members members =
        known
            .get(
                expression.node(),
                List.of(meeting),
                () -> quiet(Members.of(within(space, meeting), kind.get())))
            .members();
    return new Result(members, said);
  }

  private static Collection<Member> within(String space, Collection<Member> members) {
    return space.isEmpty()
        ? members
        : members.stream().filter(member -> member.isWithin(space)).toList();
  }

  /** The members of the groups beside this one that meet a condition. */
  private Result groups(GroupCondition condition, PolicyPath group) {
    String collection = group.value().substring(0, group.value().lastIndexOf('/'));
    Members members = Members.NONE;
    List<String> said = new ArrayList<>();
    for (Document other : documents.below(new PolicyPath(collection), "Group")) {
      if (!other.path().equals(group) && condition.holdsFor(other)) {
        Result result = result(other.path());
        members = members.or(result.members());
        said.addAll(result.notes());
      }
    }
    return new Result(members, said);
  }

  /** The project or VPC that an object lies in; none in the default space. */
  static Optional<PolicyPath> spaceOf(PolicyPath object) {
    return Optional.of(space(object)).filter(space -> !space.isEmpty()).map(PolicyPath::new);
  }

  /** The project or VPC whose objects a group sees; empty for the default space, which sees all. */
  private static String space(PolicyPath group) {
    Matcher matcher = SPACE.matcher(group.value());
    return matcher.find() ? matcher.group(1) : "";
  }

  private Result externalIds(Document expression) {
    boolean ofCards = expression.text("member_type").orElse("").equals("VirtualNetworkInterface");
    MemberKind kind = ofCards ? MemberKind.INTERFACE : MemberKind.MACHINE;
    Set<Member> named = new HashSet<>();
    for (String id : expression.texts("external_ids")) {
      String path = ofCards ? ListedPopulation.CARDS + id : Machines.device(id);
      named.addAll(population.at(path).getOrDefault(kind, Set.of()));
    }
    return quiet(Members.of(named, kind));
  }
}
