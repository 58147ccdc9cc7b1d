package io.nsxsim.lab;

import io.nsxsim.lab.Machines.Card;
import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The network cards and addresses that groups hold at the time of the export. */
final class Groups {

  private static final int DEEPEST = 20;

  private final Items items;
  private final List<Card> cards;
  private final Blueprint blueprint;

  /** Who is in a group. */
  record Members(Set<Card> cards, AddressSet listed) {

    AddressSet addresses() {
      List<AddressRange> ranges = new ArrayList<>(listed.ranges());
      cards.forEach(card ->
          card.addresses().forEach(address -> ranges.add(AddressRange.of(Cidr.host(address)))));
      return AddressSet.of(ranges);
    }

    private Members or(Members other) {
      Set<Card> all = new HashSet<>(cards);
      all.addAll(other.cards);
      return new Members(all, listed.union(other.listed));
    }

    private Members in(Realm realm) {
      return new Members(
          cards.stream().filter(card -> realm.holds(card.portPath())).collect(Collectors.toSet()),
          listed);
    }

    private Members and(Members other) {
      Set<Card> both = new HashSet<>(cards);
      both.retainAll(other.cards);
      return new Members(both, listed.intersection(other.listed));
    }
  }

  private static final Members NOBODY = new Members(Set.of(), AddressSet.NONE);

  Groups(Items items, List<Card> cards, Blueprint blueprint) {
    this.items = items;
    this.cards = cards;
    this.blueprint = blueprint;
  }

  /** The members of a group, or the cards at a segment, port or machine, or in a VPC. */
  Members at(String path) {
    return at(path, 0);
  }

  private Members at(String path, int depth) {
    Optional<Item> group = items.at(path).filter(item -> item.type().equals("Group"));
    if (group.isPresent()) {
      return depth > DEEPEST
          ? NOBODY
          : evaluate(group.get().items("expression"), path, depth + 1).in(Realm.of(path));
    }
    return new Members(
        new HashSet<>(
            cards.stream()
                .filter(card ->
                    card.portPath().equals(path)
                        || card.segment().path().equals(path)
                        || path.contains("/vpcs/") && card.portPath().startsWith(path + "/")
                        || path.endsWith("/virtual-machines/" + card.machine().id()))
                .toList()),
        AddressSet.NONE);
  }

  private Members evaluate(List<Item> expressions, String group, int depth) {
    Members found = NOBODY;
    boolean and = false;
    for (Item expression : expressions) {
      if (expression.type().equals("ConjunctionOperator")) {
        and = expression.is("conjunction_operator", "AND");
        continue;
      }
      Members next = one(expression, group, depth);
      found = and ? found.and(next) : found.or(next);
      and = false;
    }
    return found;
  }

  private Members one(Item expression, String group, int depth) {
    return switch (expression.type()) {
      case "IPAddressExpression" ->
          new Members(
              Set.of(),
              AddressSet.of(
                  expression.texts("ip_addresses").stream()
                      .flatMap(text -> AddressRange.parse(text).stream())
                      .toList()));
      case "PathExpression" ->
          expression.texts("paths").stream()
              .map(path -> at(path, depth))
              .reduce(NOBODY, Members::or);
      case "NestedExpression" -> evaluate(expression.items("expressions"), group, depth);
      case "Condition" -> condition(expression, group);
      default -> {
        blueprint.remark(group + ": " + expression.type() + " adds nobody in the lab");
        yield NOBODY;
      }
    };
  }

  private Members condition(Item condition, String group) {
    String type = condition.text("member_type").orElse("");
    String key = condition.text("key").orElse("");
    boolean known =
        Set.of("VirtualMachine", "Segment", "SegmentPort").contains(type)
            && Set.of("Tag", "Name", "ComputerName").contains(key);
    if (!known) {
      blueprint.remark(group + ": a condition on the " + key + " of a " + type + " adds nobody");
      return NOBODY;
    }
    return new Members(
        new HashSet<>(cards.stream().filter(card -> holds(condition, type, key, card)).toList()),
        AddressSet.NONE);
  }

  private static boolean holds(Item condition, String type, String key, Card card) {
    String value = condition.text("value").orElse("");
    String operator = condition.text("operator").orElse("EQUALS");
    return key.equals("Tag")
        ? tagged(condition, operator, value, tags(type, card))
        : compare(operator, name(type, card), value);
  }

  private static boolean tagged(
      Item condition, String operator, String value, Stream<String[]> tags) {
    int bar = value.indexOf('|');
    String scope = bar < 0 ? "" : value.substring(0, bar);
    String tag = value.substring(bar + 1);
    boolean negated = operator.startsWith("NOT");
    String positive = negated ? operator.substring(3) : operator;
    boolean otherScope = condition.is("scope_operator", "NOTEQUALS");
    boolean any =
        tags.anyMatch(each ->
            (scope.isEmpty() || each[0].equalsIgnoreCase(scope) != otherScope)
                && (tag.isEmpty() || compare(positive, each[1], tag)));
    return any != negated;
  }

  private static Stream<String[]> tags(String type, Card card) {
    if (type.equals("VirtualMachine")) {
      return card.machine().tags().stream().map(tag -> new String[] {tag.scope(), tag.tag()});
    }
    Item owner = type.equals("Segment") ? card.segment() : card.port();
    return owner.items("tags").stream()
        .map(tag -> new String[] {tag.text("scope").orElse(""), tag.text("tag").orElse("")});
  }

  private static String name(String type, Card card) {
    return switch (type) {
      case "VirtualMachine" -> card.machine().displayName();
      case "Segment" -> card.segment().text("display_name").orElse(card.segment().id());
      default ->
          card.port()
              .text("display_name")
              .orElse(card.portPath().substring(card.portPath().lastIndexOf('/') + 1));
    };
  }

  private static boolean compare(String operator, String actual, String wanted) {
    String one = actual.toLowerCase(Locale.ROOT);
    String other = wanted.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "CONTAINS" -> one.contains(other);
      case "STARTSWITH" -> one.startsWith(other);
      case "ENDSWITH" -> one.endsWith(other);
      case "NOTEQUALS" -> !one.equals(other);
      case "IN" -> List.of(other.split("\\s*,\\s*")).contains(one);
      case "NOTIN" -> !List.of(other.split("\\s*,\\s*")).contains(one);
      case "MATCHES" -> matches(actual, wanted);
      default -> one.equals(other);
    };
  }

  private static boolean matches(String actual, String expression) {
    try {
      return Pattern.compile(expression).matcher(actual).matches();
    } catch (PatternSyntaxException notAnExpression) {
      return false;
    }
  }
}
