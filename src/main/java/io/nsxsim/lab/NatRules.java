package io.nsxsim.lab;

import io.nsxsim.lab.Machines.Card;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** The NAT rules of gateways in the order in which they are asked, external addresses first. */
final class NatRules {

  private static final String[] KINDS = {
    "PolicyNatRule", "PolicyVpcNatRule", "TransitGatewayNatRule"
  };
  private static final Set<String> ACTIONS =
      Set.of("SNAT", "DNAT", "NO_SNAT", "NO_DNAT", "REFLEXIVE");
  private static final List<String> SECTIONS = List.of("INTERNAL", "USER", "DEFAULT");

  private static final Item ONE_TO_ONE =
      new Item(JsonNodeFactory.instance.objectNode().put("action", "REFLEXIVE"));

  private final Items items;
  private final List<Card> cards;
  private final Blueprint blueprint;

  /** A rule, and the addresses that it names. */
  record Rule(Item item, AddressSet source, AddressSet destination, AddressSet translated) {

    String action() {
      return item.text("action").orElse("");
    }
  }

  NatRules(Items items, List<Card> cards, Blueprint blueprint) {
    this.items = items;
    this.cards = cards;
    this.blueprint = blueprint;
  }

  /** The addresses by which a gateway's rules are known outside. */
  AddressSet external(Gateway gateway) {
    AddressSet all = AddressSet.NONE;
    for (Rule rule : of(gateway)) {
      boolean isOfDestination = rule.action().equals("DNAT");
      if (isOfDestination && !rule.destination().equals(AddressSet.ANY)) {
        all = all.union(rule.destination());
      } else if (rule.action().equals("SNAT") || rule.action().equals("REFLEXIVE")) {
        all = all.union(rule.translated());
      }
    }
    return all;
  }

  /** What a gateway follows; what it cannot follow is remarked and left out. */
  List<Rule> of(Gateway gateway) {
    if (!gateway.hasTranslation()) {
      return List.of();
    }
    List<Rule> all = new ArrayList<>(bindings(gateway));
    all.addAll(configured(gateway));
    return all;
  }

  private List<Rule> configured(Gateway gateway) {
    return items.below(gateway.path(), KINDS).stream()
        .filter(rule -> rule.flag("enabled", true) && SECTIONS.contains(section(rule)))
        .sorted(
            Comparator.comparingInt((Item rule) -> SECTIONS.indexOf(section(rule)))
                .thenComparingInt(rule -> rule.number("sequence_number", 0))
                .thenComparing(Item::path))
        .flatMap(rule -> read(gateway, rule).stream())
        .toList();
  }

  /** Ports with an external address appear as it, before any rule. */
  private List<Rule> bindings(Gateway gateway) {
    if (!gateway.is(Role.Kind.VPC)) {
      return List.of();
    }
    List<Rule> all = new ArrayList<>();
    for (Card card : cards) {
      Optional<IpAddress> external =
          card.port().inside("external_address_binding").address("external_ip_address");
      Optional<IpAddress> internal =
          card.addresses().stream().filter(address -> !address.ipv6()).findFirst();
      if (gateway.owns(card.portPath()) && external.isPresent() && internal.isPresent()) {
        all.add(
            new Rule(
                ONE_TO_ONE,
                AddressSet.of(Cidr.host(internal.get())),
                AddressSet.ANY,
                AddressSet.of(Cidr.host(external.get()))));
      }
    }
    return all;
  }

  private Optional<Rule> read(Gateway gateway, Item item) {
    String action = item.text("action").orElse("");
    Optional<AddressSet> source = addresses(item, "source_network", AddressSet.ANY);
    Optional<AddressSet> destination = addresses(item, "destination_network", AddressSet.ANY);
    Optional<AddressSet> translated = addresses(item, "translated_network", AddressSet.NONE);
    if (!ACTIONS.contains(action)
        || !gateway.translates(action)
        || source.isEmpty()
        || destination.isEmpty()
        || translated.isEmpty()) {
      blueprint.remark(item.path() + " cannot be built and is left out");
      return Optional.empty();
    }
    return Optional.of(new Rule(item, source.get(), destination.get(), translated.get()));
  }

  private static Optional<AddressSet> addresses(Item item, String field, AddressSet absent) {
    return item.has(field) && !item.is(field, "ANY") && !item.is(field, "")
        ? item.addresses(field)
        : Optional.of(absent);
  }

  private static String section(Item rule) {
    String path = rule.path();
    int start = path.indexOf("/nat/") + "/nat/".length();
    return path.substring(start, Math.max(start, path.indexOf('/', start)));
  }
}
