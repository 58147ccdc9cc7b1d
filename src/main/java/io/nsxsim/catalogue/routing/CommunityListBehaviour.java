package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Community lists: two numbers, three for a large community, or a well-known name.
 *
 * <p>Source: the API reference on {@code CommunityList}.
 */
@Component
final class CommunityListBehaviour implements Behaviour {

  private static final Set<String> WELL_KNOWN =
      Set.of("NO_EXPORT", "NO_ADVERTISE", "NO_EXPORT_SUBCONFED");
  private static final long LARGEST = 65536;
  private static final long LARGEST_OF_LARGE = 0xFFFF_FFFFL;

  @Override
  public Set<String> kinds() {
    return Set.of("CommunityList");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<String> communities = Fields.texts(document, "communities");
    for (int i = 0; i < communities.size(); i++) {
      if (!isCommunity(communities.get(i))) {
        problems.accept(
            Problem.invalid("/communities/" + i, communities.get(i) + " is no community."));
      }
    }
  }

  private static boolean isCommunity(String text) {
    if (WELL_KNOWN.contains(text)) {
      return true;
    }
    if (!text.matches("\\d{1,10}(:\\d{1,10}){1,2}")) {
      return false;
    }
    String[] parts = text.split(":", -1);
    long largest = parts.length == 2 ? LARGEST : LARGEST_OF_LARGE;
    return Stream.of(parts).allMatch(part -> Long.parseLong(part) <= largest);
  }
}
