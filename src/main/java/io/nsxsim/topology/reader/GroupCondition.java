package io.nsxsim.topology.reader;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A condition of a group on machines, segments or segment ports: on their name or on a tag, whose
 * value is written {@code scope|tag} (NSX's contract). Comparisons ignore case, as in NSX.
 */
record GroupCondition(Document document) {

  private static final Set<String> MEMBER_TYPES =
      Set.of("VirtualMachine", "Segment", "SegmentPort");
  private static final Set<String> KEYS = Set.of("Tag", "Name", "ComputerName");

  boolean isModelled() {
    return MEMBER_TYPES.contains(memberType()) && KEYS.contains(key());
  }

  boolean holdsFor(Member card) {
    return key().equals("Tag") ? tagHolds(card) : compare(operator(), name(card), value());
  }

  private boolean tagHolds(Member card) {
    int bar = value().indexOf('|');
    String scope = bar < 0 ? "" : value().substring(0, bar);
    String tag = value().substring(bar + 1);
    boolean negated = operator().equals("NOTEQUALS") || operator().equals("NOTIN");
    String positive = negated ? operator().substring("NOT".length()) : operator();
    boolean any =
        tags(card)
            .anyMatch(each ->
                scopeHolds(each.getFirst(), scope)
                    && (tag.isEmpty() || compare(positive, each.getLast(), tag)));
    return any != negated;
  }

  private boolean scopeHolds(String actual, String wanted) {
    boolean differs = document.text("scope_operator").orElse("EQUALS").equals("NOTEQUALS");
    return wanted.isEmpty() || differs != actual.equalsIgnoreCase(wanted);
  }

  /** Scope and tag of everything the member type looks at. */
  private Stream<List<String>> tags(Member card) {
    return switch (memberType()) {
      case "Segment" -> tagsOf(card.segment());
      case "SegmentPort" -> card.portDocument().stream().flatMap(GroupCondition::tagsOf);
      default -> card.machine().tags().stream().map(tag -> List.of(tag.scope(), tag.tag()));
    };
  }

  private static Stream<List<String>> tagsOf(Document tagged) {
    return tagged.objects("tags").stream()
        .map(tag -> List.of(tag.text("scope").orElse(""), tag.text("tag").orElse("")));
  }

  private String name(Member card) {
    return switch (memberType()) {
      case "Segment" -> card.segment().name();
      case "SegmentPort" -> card.portDocument().map(Document::name).orElse(card.port().id());
      default -> card.machine().displayName();
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

  private String memberType() {
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
