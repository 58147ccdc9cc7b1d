package io.nsxsim.catalogue.nat;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.catalogue.segments.SegmentSubnets;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Which fields an action needs, and where it may stand. A tier-1 without an edge cluster takes NAT
 * rules; they just do nothing.
 *
 * <p>Source: the API reference on {@code PolicyNatRule}.
 */
@Component
final class NatRuleBehaviour implements Behaviour {

  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "SNAT", List.of("translated_network"),
          "DNAT", List.of("destination_network", "translated_network"),
          "REFLEXIVE", List.of("source_network", "translated_network"),
          "NO_SNAT", List.of(),
          "NO_DNAT", List.of("destination_network"),
          "NAT64", List.of("translated_network"));
  private static final Set<String> EXEMPTING = Set.of("NO_SNAT", "NO_DNAT");
  private static final Set<String> STATEFUL = Set.of("SNAT", "DNAT");
  private static final Map<String, Long> LAST_NUMBER =
      Map.of("INTERNAL", 1023L, "USER", 2147481599L, "DEFAULT", 1023L);

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyNatRule");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
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
    checkGateway(action, document, around, problems);
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

  private static List<AddressRun> networks(JsonNode document, String field) {
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

  private static void checkGateway(
      String action, JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath gateway =
        around.find(Fields.parentPath(document)).map(Fields::parentPath).orElseThrow();
    boolean stateless =
        around
            .find(gateway)
            .filter(tier0 -> Fields.is(tier0, "resource_type", "Tier0"))
            .filter(tier0 -> Fields.is(tier0, "ha_mode", "ACTIVE_ACTIVE"))
            .filter(tier0 -> !tier0.path("stateful_services").path("enabled").asBoolean(false))
            .isPresent();
    if (stateless && STATEFUL.contains(action)) {
      problems.accept(
          Problem.conflict(
              "/action", "An ACTIVE_ACTIVE tier-0 keeps no state and takes only REFLEXIVE."));
    }
    if (action.equals("DNAT")) {
      checkSegments(document, gateway, around, problems);
    }
  }

  /** Source: a real manager's answer, code 500105, to such a rule. */
  private static void checkSegments(
      JsonNode document, PolicyPath gateway, Surroundings around, Consumer<Problem> problems) {
    for (AddressRun original : networks(document, "destination_network")) {
      SegmentSubnets.below(gateway, around)
          .otherUser(original, Fields.ownPath(document))
          .ifPresent(segment ->
              problems.accept(
                  Problem.conflict(
                      "/destination_network", "The address is one of " + segment + ".")));
    }
  }
}
