package io.nsxsim.catalogue.segments;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Segment ports: a network card is plugged in once. The card is no object of the tree, but its path
 * among the realized ones serves to find the other ports that name it.
 *
 * <p>Source: the API reference on {@code PortAttachment}.
 */
@Component
final class SegmentPortBehaviour implements Behaviour {

  private static final String CARDS = "/infra/realized-state/enforcement-points/default/vifs/";
  private static final String FIELD = "attachment";

  @Override
  public Set<String> kinds() {
    return Set.of("SegmentPort");
  }

  @Override
  public Map<PolicyPath, String> references(JsonNode document) {
    return card(document).map(path -> Map.of(path, FIELD)).orElse(Map.of());
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode attachment = document.path(FIELD);
    if (Fields.is(attachment, "type", "PARENT") && !Fields.isSet(attachment, "id")) {
      problems.accept(Problem.missing("/attachment/id", "A PARENT attachment has an id."));
    }
    if (Fields.is(attachment, "type", "CHILD") && !Fields.isSet(attachment, "context_id")) {
      problems.accept(
          Problem.missing("/attachment/context_id", "A CHILD attachment names its parent."));
    }
    PolicyPath own = Fields.ownPath(document);
    card(document)
        .filter(path ->
            around.mentioning(path, FIELD).stream()
                .anyMatch(other -> !Fields.ownPath(other).equals(own)))
        .ifPresent(path ->
            problems.accept(
                Problem.conflict("/attachment/id", path.id() + " is attached elsewhere.")));
  }

  private static Optional<PolicyPath> card(JsonNode document) {
    return Fields.text(document.path(FIELD), "id")
        .map(id -> CARDS + id)
        .filter(PolicyPath::isPolicyPath)
        .map(PolicyPath::new);
  }
}
