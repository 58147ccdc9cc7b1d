package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves groups to their members, each group once. */
final class Groups {

  private final Documents documents;
  private final List<Member> all;
  private final Notes notes;
  private final Map<String, Set<Member>> byPath = new HashMap<>();
  private final Map<PolicyPath, Members> resolved = new HashMap<>();
  private final Set<PolicyPath> open = new HashSet<>();

  /**
   * Who is in a group.
   *
   * @param cards network cards, by what they are or belong to
   * @param raw addresses that are written down in the group
   */
  record Members(Set<Member> cards, AddressSet raw) {

    static final Members NONE = new Members(Set.of(), AddressSet.NONE);

    Members or(Members other) {
      Set<Member> both = new HashSet<>(cards);
      both.addAll(other.cards);
      return new Members(both, raw.union(other.raw));
    }

    Members and(Members other) {
      Set<Member> both = new HashSet<>(cards);
      both.retainAll(other.cards);
      return new Members(both, raw.intersection(other.raw));
    }

    AddressSet addresses() {
      List<AddressRange> ranges = new ArrayList<>(raw.ranges());
      for (Member card : cards) {
        card.addresses().forEach(address -> ranges.add(AddressRange.of(Cidr.host(address))));
      }
      return AddressSet.of(ranges);
    }
  }

  Groups(Documents documents, List<Member> all, Notes notes) {
    this.documents = documents;
    this.all = all;
    this.notes = notes;
    for (Member card : all) {
      index(card.port().value(), card);
      index(card.segment().path().value(), card);
      index(Machines.device(card.machine().id()), card);
    }
  }

  private void index(String path, Member card) {
    byPath.computeIfAbsent(path, absent -> new HashSet<>()).add(card);
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

  /** The cards that a path of a segment, port or machine stands for. */
  private Members cardsAt(PolicyPath path, String subject) {
    Set<Member> cards = byPath.getOrDefault(path.value(), Set.of());
    if (cards.isEmpty() && documents.find(path).isEmpty()) {
      notes.add(subject, "There is nothing known at " + path + "; it counts as empty");
    }
    return new Members(cards, AddressSet.NONE);
  }

  /** Expressions joined by conjunctions, strictly from left to right; side by side means OR. */
  private Members evaluate(List<Document> expressions, PolicyPath group, String subject) {
    Members result = Members.NONE;
    boolean and = false;
    for (Document expression : expressions) {
      if (expression.type().equals("ConjunctionOperator")) {
        and = expression.text("conjunction_operator").orElse("OR").equals("AND");
        continue;
      }
      Members next = one(expression, group, subject);
      result = and ? result.and(next) : result.or(next);
      and = false;
    }
    return result;
  }

  private Members one(Document expression, PolicyPath group, String subject) {
    return switch (expression.type()) {
      case "IPAddressExpression" -> new Members(Set.of(), addresses(expression, group, subject));
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

  private AddressSet addresses(Document expression, PolicyPath group, String subject) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : expression.texts("ip_addresses")) {
      AddressRange.parse(text)
          .ifPresentOrElse(
              ranges::add,
              () -> notes.add(subject, group + ": " + text + " is no IPv4 address; left out"));
    }
    return AddressSet.of(ranges);
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
    if (!condition.isModelled()) {
      notes.add(subject, group + ": " + condition + " is not modelled; it adds nobody");
      return Members.NONE;
    }
    Set<Member> cards = new HashSet<>();
    all.stream().filter(condition::holdsFor).forEach(cards::add);
    return new Members(cards, AddressSet.NONE);
  }

  private Members externalIds(Document expression) {
    Set<String> ids = new HashSet<>(expression.texts("external_ids"));
    Set<Member> cards = new HashSet<>();
    all.stream().filter(card -> ids.contains(card.machine().id())).forEach(cards::add);
    return new Members(cards, AddressSet.NONE);
  }
}
