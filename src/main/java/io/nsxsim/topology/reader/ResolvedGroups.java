package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All groups at one moment, each resolved when it is first asked for. */
public final class ResolvedGroups {

  private static final String SUBJECT = "groups";

  private final Documents documents;
  private final Groups groups;

  ResolvedGroups(Documents documents, List<Member> members) {
    this.documents = documents;
    this.groups =
        new Groups(documents, new ListedPopulation(members), new Remembered<>(), new Notes());
  }

  /** A group by its path and name. */
  public record Named(PolicyPath path, String displayName) {}

  /** An identity group, with its security identifier. */
  public record Identity(String sid, String distinguishedName) {}

  /** The members of a group; empty if there is none. */
  public synchronized Optional<EffectiveMembers> of(PolicyPath group) {
    return group(group).map(found -> new EffectiveMembers(groups.members(found.path(), SUBJECT)));
  }

  /** The groups below a path, such as {@code /infra}, ordered by path. */
  public List<Named> below(PolicyPath space) {
    return documents.below(space, "Group").stream()
        .map(group -> new Named(group.path(), group.name()))
        .toList();
  }

  /** The groups that name a path in their expressions. */
  public boolean names(PolicyPath group, PolicyPath path) {
    return group(group).stream()
        .flatMap(found -> expressions(found.objects("expression")))
        .anyMatch(expression -> expression.texts("paths").contains(path.value()));
  }

  /** What kinds of members the expressions of a group, and of those in it, are about. */
  public Set<String> memberTypes(PolicyPath group) {
    Set<String> types = new TreeSet<>();
    visit(group, new HashSet<>(), expression -> types.addAll(types(expression)));
    return types;
  }

  private static List<String> types(Document expression) {
    return switch (expression.type()) {
      case "Condition", "ExternalIDExpression" -> expression.text("member_type").stream().toList();
      case "IPAddressExpression" -> List.of("IPAddress");
      case "MACAddressExpression" -> List.of("MACAddress");
      case "IdentityGroupExpression" -> List.of("IdentityGroup");
      case "PathExpression" ->
          expression.texts("paths").stream().flatMap(path -> typeOf(path).stream()).toList();
      default -> List.of();
    };
  }

  /** What a path leads to, by the collection that it stands in; groups count by their own types. */
  private static Optional<String> typeOf(String path) {
    String[] segments = path.split("/");
    return switch (segments.length < 2 ? "" : segments[segments.length - 2]) {
      case "segments" -> Optional.of("Segment");
      case "subnets" -> Optional.of("VpcSubnet");
      case "ports" -> Optional.of(path.contains("/subnets/") ? "VpcSubnetPort" : "SegmentPort");
      case "virtual-machines" -> Optional.of("VirtualMachine");
      case "vifs" -> Optional.of("VirtualNetworkInterface");
      case "vpcs" -> Optional.of("Vpc");
      default -> Optional.empty();
    };
  }

  /** The tags that the conditions of a group, and of those in it, name: by kind of member. */
  public Map<String, Set<String>> tags(PolicyPath group) {
    Map<String, Set<String>> tags = new LinkedHashMap<>();
    visit(
        group,
        new HashSet<>(),
        expression -> {
          if (expression.type().equals("Condition")
              && expression.text("key").orElse("").equals("Tag")) {
            tags.computeIfAbsent(expression.text("member_type").orElse(""), type -> new TreeSet<>())
                .add(expression.text("value").orElse(""));
          }
        });
    return tags;
  }

  /** The identity groups in a group. */
  public List<Identity> identities(PolicyPath group) {
    return group(group).stream()
        .flatMap(found ->
            Stream.concat(
                found.objects("extended_expression").stream(),
                found.objects("expression").stream()))
        .flatMap(expression -> expression.objects("identity_groups").stream())
        .map(identity ->
            new Identity(
                identity.text("sid").orElse(""), identity.text("distinguished_name").orElse("")))
        .toList();
  }

  private void visit(PolicyPath path, Set<PolicyPath> visited, Consumer<Document> visitor) {
    if (!visited.add(path)) {
      return;
    }
    group(path).stream()
        .flatMap(found ->
            Stream.concat(
                expressions(found.objects("expression")),
                found.objects("extended_expression").stream()))
        .forEach(expression -> {
          visitor.accept(expression);
          expression.texts("paths").stream()
              .filter(PolicyPath::isPolicyPath)
              .forEach(inner -> visit(new PolicyPath(inner), visited, visitor));
        });
  }

  /** Expressions with those nested in them. */
  private static Stream<Document> expressions(List<Document> list) {
    return list.stream()
        .flatMap(expression ->
            Stream.concat(Stream.of(expression), expressions(expression.objects("expressions"))));
  }

  private Optional<Document> group(PolicyPath path) {
    return documents.find(path).filter(document -> document.type().equals("Group"));
  }
}
