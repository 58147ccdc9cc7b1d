package io.nsxsim.topology.reader;

import io.nsxsim.inventory.VirtualMachine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A condition of a group on machines, segments, segment ports or pods: on their name or on a tag,
 * whose value is written {@code scope|tag} (NSX's contract). Comparisons ignore case, as in NSX. A
 * pod's labels are its tags; the computer name of a machine is its name, and its operating system
 * is unknown.
 */
final class GroupCondition {

  private static final Set<String> MEMBER_TYPES =
      Set.of("VirtualMachine", "Segment", "SegmentPort");
  private static final Set<String> KEYS = Set.of("Tag", "Name", "ComputerName");

  private final JsonNode node;
  private final String memberType;
  private final String key;
  private final Optional<MemberKind> kind;
  private final boolean isNegated;
  private final Predicate<String> holds;
  private final Predicate<String> scopeHolds;
  private final Optional<String> exactTag;

  /** Reads a condition once, so that asking it many times is cheap. */
  GroupCondition(Document document) {
    this.node = document.node();
    this.memberType = document.text("member_type").orElse("");
    this.key = document.text("key").orElse("");
    this.kind = kindOf(memberType);
    String operator = document.text("operator").orElse("EQUALS");
    String value = document.text("value").orElse("");
    boolean ofTag = key.equals("Tag");
    this.isNegated = ofTag && (operator.equals("NOTEQUALS") || operator.equals("NOTIN"));
    int bar = value.indexOf('|');
    String tag = value.substring(bar + 1);
    String positive = isNegated ? operator.substring("NOT".length()) : operator;
    this.holds =
        !ofTag
            ? comparison(operator, value)
            : tag.isEmpty() ? anything -> true : comparison(positive, tag);
    this.exactTag =
        Optional.of(tag)
            .filter(text -> ofTag && operator.equals("EQUALS") && !text.isEmpty())
            .filter(text -> memberType.equals("VirtualMachine"))
            .map(GroupCondition::lower);
    this.scopeHolds = scope(document, ofTag && bar > 0 ? value.substring(0, bar) : "");
  }

  private static Predicate<String> scope(Document document, String wanted) {
    boolean differs = document.text("scope_operator").orElse("EQUALS").equals("NOTEQUALS");
    return wanted.isEmpty()
        ? anything -> true
        : actual -> differs != actual.equalsIgnoreCase(wanted);
  }

  /** The expression that it was read from. */
  JsonNode node() {
    return node;
  }

  /** The tag, in lower case, that only machines with it can meet the condition; if there is one. */
  Optional<String> exactTag() {
    return exactTag;
  }

  boolean isModelled() {
    return MEMBER_TYPES.contains(memberType) && KEYS.contains(key);
  }

  /** What it asks about; empty for what is no member of anything here. */
  Optional<MemberKind> kind() {
    return kind;
  }

  private static Optional<MemberKind> kindOf(String memberType) {
    return switch (memberType) {
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
    return switch (key) {
      case "ALL" -> true;
      case "Tag" -> hasTag(member) != isNegated;
      case "Name", "ComputerName" -> holds.test(name(member));
      default -> false;
    };
  }

  /** Tells whether a document, such as a group, meets the condition. */
  boolean holdsFor(Document named) {
    return key.equals("Tag") ? hasTag(named.node()) != isNegated : holds.test(named.name());
  }

  private boolean isAsked(Member member) {
    return switch (memberType) {
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
    return document.isPresent() && document.get().type().equals(type);
  }

  /** Looks at the tags of what the member type means. */
  private boolean hasTag(Member member) {
    return switch (kind.orElse(MemberKind.MACHINE)) {
      case SEGMENT -> member.segment().filter(found -> hasTag(found.node())).isPresent();
      case PORT -> member.portDocument().filter(found -> hasTag(found.node())).isPresent();
      case POD -> memberType.equals("Pod") && hasLabel(member);
      case MACHINE, INTERFACE -> member.machine().isPresent() && hasTag(member.machine().get());
    };
  }

  private boolean hasTag(VirtualMachine machine) {
    for (VirtualMachine.Tag tag : machine.tags()) {
      if (scopeHolds.test(tag.scope()) && holds.test(tag.tag())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasTag(JsonNode document) {
    for (JsonNode tag : document.path("tags")) {
      if (scopeHolds.test(tag.path("scope").asString("").strip())
          && holds.test(tag.path("tag").asString("").strip())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasLabel(Member member) {
    for (Map.Entry<String, String> label : member.pod().orElseThrow().pod().labels().entrySet()) {
      if (scopeHolds.test(label.getKey()) && holds.test(label.getValue())) {
        return true;
      }
    }
    return false;
  }

  private String name(Member member) {
    return switch (kind.orElse(MemberKind.MACHINE)) {
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
              .map(known -> memberType.equals("Pod") ? known.pod().name() : known.pod().namespace())
              .orElse("");
      case MACHINE, INTERFACE -> member.machine().map(VirtualMachine::displayName).orElse("");
    };
  }

  private static Predicate<String> comparison(String operator, String wantedText) {
    String wanted = wantedText.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "CONTAINS" -> actual -> lower(actual).contains(wanted);
      case "STARTSWITH" -> actual -> actual.regionMatches(true, 0, wanted, 0, wanted.length());
      case "ENDSWITH" -> actual -> lower(actual).endsWith(wanted);
      case "NOTEQUALS" -> actual -> !actual.equalsIgnoreCase(wanted);
      case "IN" -> actual -> Stream.of(wanted.split(",")).anyMatch(each -> isIn(each, actual));
      case "NOTIN" -> actual -> Stream.of(wanted.split(",")).noneMatch(each -> isIn(each, actual));
      case "MATCHES" -> expression(wantedText);
      default -> actual -> actual.equalsIgnoreCase(wanted);
    };
  }

  private static boolean isIn(String element, String actual) {
    return element.strip().equalsIgnoreCase(actual);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Predicate<String> expression(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      return actual -> pattern.matcher(actual).matches();
    } catch (PatternSyntaxException notAnExpression) {
      return actual -> false;
    }
  }

  String memberType() {
    return memberType;
  }

  @Override
  public String toString() {
    return "a condition on the " + key + " of a " + memberType;
  }
}
