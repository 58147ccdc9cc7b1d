package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A condition of a group on machines, segments, segment ports or pods: on their name or on a tag,
 * whose value is written {@code scope|tag} (NSX's contract). Comparisons ignore case, as in NSX. A
 * pod's labels are its tags; the computer name of a machine is its name, and its operating system
 * is unknown.
 */
record GroupCondition(Document document) {

  private static final Set<String> MEMBER_TYPES =
      Set.of("VirtualMachine", "Segment", "SegmentPort");
  private static final Set<String> KEYS = Set.of("Tag", "Name", "ComputerName");

  boolean isModelled() {
    return MEMBER_TYPES.contains(memberType()) && KEYS.contains(key());
  }

  /** What it asks about; empty for what is no member of anything here. */
  Optional<MemberKind> kind() {
    return switch (memberType()) {
      case "VirtualMachine" -> Optional.of(MemberKind.MACHINE);
      case "Segment", "LogicalSwitch", "VpcSubnet" -> Optional.of(MemberKind.SEGMENT);
      case "SegmentPort", "LogicalPort", "VpcSubnetPort" -> Optional.of(MemberKind.PORT);
      case "Pod", "Namespace", "KubernetesNamespace" -> Optional.of(MemberKind.POD);
      default -> Optional.empty();
    };
  }

  boolean holdsFor(Member member) {
    if (!isAsked(member)) {
      return false;
    }
    return switch (key()) {
      case "ALL" -> true;
      case "Tag" -> tagHolds(tags(member));
      case "Name", "ComputerName" -> compare(operator(), name(member), value());
      default -> false;
    };
  }

  /** Tells whether a document, such as a group, meets the condition. */
  boolean holdsFor(Document named) {
    return key().equals("Tag")
        ? tagHolds(tagsOf(named))
        : compare(operator(), named.name(), value());
  }

  private boolean isAsked(Member member) {
    return switch (memberType()) {
      case "VirtualMachine" -> member.machine().isPresent();
      case "Segment", "LogicalSwitch" -> is(member.segment(), "Segment");
      case "VpcSubnet" -> is(member.segment(), "VpcSubnet");
      case "SegmentPort", "LogicalPort" ->
          member.port().isPresent() && !is(member.segment(), "VpcSubnet");
      case "VpcSubnetPort" -> member.port().isPresent() && is(member.segment(), "VpcSubnet");
      case "Pod", "Namespace", "KubernetesNamespace" -> member.pod().isPresent();
      default -> false;
    };
  }

  private static boolean is(Optional<Document> document, String type) {
    return document.filter(known -> known.type().equals(type)).isPresent();
  }

  private boolean tagHolds(Stream<List<String>> tags) {
    int bar = value().indexOf('|');
    String scope = bar < 0 ? "" : value().substring(0, bar);
    String tag = value().substring(bar + 1);
    boolean negated = operator().equals("NOTEQUALS") || operator().equals("NOTIN");
    String positive = negated ? operator().substring("NOT".length()) : operator();
    boolean any =
        tags.anyMatch(each ->
            scopeHolds(each.getFirst(), scope)
                && (tag.isEmpty() || compare(positive, each.getLast(), tag)));
    return any != negated;
  }

  private boolean scopeHolds(String actual, String wanted) {
    boolean differs = document.text("scope_operator").orElse("EQUALS").equals("NOTEQUALS");
    return wanted.isEmpty() || differs != actual.equalsIgnoreCase(wanted);
  }

  /** Scope and tag of everything the member type looks at. */
  private Stream<List<String>> tags(Member member) {
    return switch (kind().orElse(MemberKind.MACHINE)) {
      case SEGMENT -> member.segment().stream().flatMap(GroupCondition::tagsOf);
      case PORT -> member.portDocument().stream().flatMap(GroupCondition::tagsOf);
      case POD ->
          memberType().equals("Pod")
              ? member.pod().stream()
                  .flatMap(known -> known.pod().labels().entrySet().stream())
                  .map(label -> List.of(label.getKey(), label.getValue()))
              : Stream.empty();
      case MACHINE, INTERFACE ->
          member.machine().stream()
              .flatMap(machine -> machine.tags().stream())
              .map(tag -> List.of(tag.scope(), tag.tag()));
    };
  }

  private static Stream<List<String>> tagsOf(Document tagged) {
    return tagged.objects("tags").stream()
        .map(tag -> List.of(tag.text("scope").orElse(""), tag.text("tag").orElse("")));
  }

  private String name(Member member) {
    return switch (kind().orElse(MemberKind.MACHINE)) {
      case SEGMENT -> member.segment().map(Document::name).orElse("");
      case PORT ->
          member
              .portDocument()
              .map(Document::name)
              .or(() -> member.port().map(port -> port.id()))
              .orElse("");
      case POD ->
          member
              .pod()
              .map(known ->
                  memberType().equals("Pod") ? known.pod().name() : known.pod().namespace())
              .orElse("");
      case MACHINE, INTERFACE -> member.machine().map(VirtualMachine::displayName).orElse("");
    };
  }

  private static boolean compare(String operator, String actualText, String wantedText) {
    String actual = actualText.toLowerCase(Locale.ROOT);
    String wanted = wantedText.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "CONTAINS" -> actual.contains(wanted);
      case "STARTSWITH" -> actual.startsWith(wanted);
      case "ENDSWITH" -> actual.endsWith(wanted);
      case "NOTEQUALS" -> !actual.equals(wanted);
      case "IN" -> Stream.of(wanted.split(",")).anyMatch(each -> each.strip().equals(actual));
      case "NOTIN" -> Stream.of(wanted.split(",")).noneMatch(each -> each.strip().equals(actual));
      case "MATCHES" -> matches(actualText, wantedText);
      default -> actual.equals(wanted);
    };
  }

  private static boolean matches(String actual, String expression) {
    try {
      return Pattern.compile(expression).matcher(actual).matches();
    } catch (PatternSyntaxException notAnExpression) {
      return false;
    }
  }

  String memberType() {
    return document.text("member_type").orElse("");
  }

  private String key() {
    return document.text("key").orElse("");
  }

  private String operator() {
    return document.text("operator").orElse("EQUALS");
  }

  private String value() {
    return document.text("value").orElse("");
  }

  @Override
  public String toString() {
    return "a condition on the " + key() + " of a " + memberType();
  }
}
