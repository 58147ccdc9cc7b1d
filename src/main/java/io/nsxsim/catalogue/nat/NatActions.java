package io.nsxsim.catalogue.nat;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Which fields the action of a NAT rule needs, and in which section it may stand.
 *
 * <p>Source: the API reference on {@code PolicyNatRule}, {@code PolicyVpcNatRule} and {@code
 * TransitGatewayNatRule}.
 */
public final class NatActions {

  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "SNAT", List.of("translated_network"),
          "DNAT", List.of("destination_network", "translated_network"),
          "REFLEXIVE", List.of("source_network", "translated_network"),
          "NO_SNAT", List.of(),
          "NO_DNAT", List.of("destination_network"),
          "NAT64", List.of("translated_network"));
  private static final Set<String> EXEMPTING = Set.of("NO_SNAT", "NO_DNAT");
  private static final Map<String, Long> LAST_NUMBER =
      Map.of("INTERNAL", 1023L, "USER", 2147481599L, "DEFAULT", 1023L);

  private NatActions() {}

  /** Reports what a rule lacks or has too much. */
  public static void check(JsonNode document, Consumer<Problem> problems) {
    String action = document.path("action").asString("");
    for (String field : NEEDED.getOrDefault(action, List.of())) {
      if (!namesNetwork(document, field)) {
        problems.accept(Problem.missing("/" + field, action + " needs a " + field + "."));
      }
    }
    if (EXEMPTING.contains(action)) {
      refuseTranslation(action, document, problems);
    }
    if (action.equals("REFLEXIVE")) {
      checkReflexive(document, problems);
    }
    checkSection(action, document, problems);
  }

  /** ANY is a network to match, but nothing that an address could become. */
  private static boolean namesNetwork(JsonNode document, String field) {
    return Fields.text(document, field)
        .filter(text -> !(field.startsWith("translated") && text.equalsIgnoreCase("ANY")))
        .isPresent();
  }

  private static void refuseTranslation(
      String action, JsonNode document, Consumer<Problem> problems) {
    for (String field : List.of("translated_network", "translated_ports")) {
      if (Fields.isSet(document, field)) {
        problems.accept(Problem.conflict("/" + field, action + " translates nothing."));
      }
    }
  }

  private static void checkReflexive(JsonNode document, Consumer<Problem> problems) {
    List<AddressRun> originals = networks(document, "source_network");
    List<AddressRun> translated = networks(document, "translated_network");
    if (originals.size() == 1
        && translated.size() == 1
        && !originals.getFirst().size().equals(translated.getFirst().size())) {
      problems.accept(
          Problem.conflict(
              "/translated_network", "REFLEXIVE needs as many translated as original addresses."));
    }
  }

  static List<AddressRun> networks(JsonNode document, String field) {
    return AddressRun.list(document.path(field).asString(""));
  }

  private static void checkSection(String action, JsonNode document, Consumer<Problem> problems) {
    String section = Fields.parentPath(document).id();
    if (action.equals("NAT64") != section.equals("NAT64")) {
      problems.accept(
          Problem.conflict("/action", action + " is no action of section " + section + "."));
    }
    long last = LAST_NUMBER.getOrDefault(section, Long.MAX_VALUE);
    if (document.path("sequence_number").asLong(0) > last) {
      problems.accept(
          Problem.invalid("/sequence_number", "Section " + section + " ends at " + last + "."));
    }
  }
}
