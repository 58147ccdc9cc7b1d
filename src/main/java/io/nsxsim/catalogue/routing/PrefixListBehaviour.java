package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.error.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Prefix lists: each entry names a network or ANY, and lengths that its parts can have.
 *
 * <p>Source: the API reference on {@code PrefixEntry}.
 */
@Component
final class PrefixListBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("PrefixList");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode prefixes = document.path("prefixes");
    for (int i = 0; i < prefixes.size(); i++) {
      check(prefixes.get(i), "/prefixes/" + i, problems);
    }
  }

  private static void check(JsonNode entry, String field, Consumer<Problem> problems) {
    String text = entry.path("network").asString("").strip();
    Optional<PrefixedAddress> network = PrefixedAddress.parse(text);
    long shortest = network.map(PrefixedAddress::length).orElse(0);
    long longest = network.map(found -> found.address().getBitCount()).orElse(128);
    long atLeast = entry.path("ge").asLong(shortest);
    long atMost = entry.path("le").asLong(longest);
    if (atLeast < shortest || atLeast > longest) {
      problems.accept(Problem.invalid(field + "/ge", "No part of " + text + " is that long."));
    }
    if (atMost < shortest || atMost > longest || atMost < atLeast) {
      problems.accept(Problem.invalid(field + "/le", "No part of " + text + " is that long."));
    }
  }
}
