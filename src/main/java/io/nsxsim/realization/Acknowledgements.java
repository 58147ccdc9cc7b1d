package io.nsxsim.realization;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Actions that set a real system in motion and change nothing that can be read: a resync, a
 * failover, a reset of counters. Which ones these are is data of the contract.
 */
@Service
public class Acknowledgements {

  private final StoredObjects stored;
  private volatile @Nullable List<Action> actions;

  /**
   * An operation.
   *
   * @param place its template and that of the object it is about
   * @param names the values of the parameter {@code action}; an empty one is its absence
   * @param answersOwner whether the object is the answer
   */
  private record Action(View place, Set<String> names, boolean answersOwner) {}

  Acknowledgements(StoredObjects stored) {
    this.stored = stored;
  }

  /**
   * Tells whether an action at a path is only acknowledged, and by what answer; an empty object
   * stands for none. Refuses one on an object that is not there.
   *
   * @param name the action; empty for an operation without one
   */
  public Optional<ObjectNode> answer(PolicyPath path, String name) {
    List<String> segments = path.segments();
    for (Action action : actions()) {
      if (action.names().contains(name) && action.place().ids(segments).isPresent()) {
        return Optional.of(answer(action, path));
      }
    }
    return Optional.empty();
  }

  /** Tells whether any action at a path is only acknowledged, whatever it is about. */
  public boolean knows(PolicyPath path) {
    List<String> segments = path.segments();
    return actions().stream().anyMatch(action -> action.place().ids(segments).isPresent());
  }

  private ObjectNode answer(Action action, PolicyPath path) {
    PolicyPath owner = action.place().ownerPath(path);
    Optional<JsonNode> object = stored.find(owner);
    if (object.isEmpty() && !owner.id().equals("infra")) {
      throw new Refusal(Reason.NOT_FOUND, "The object " + owner + " is not present.");
    }
    return action.answersOwner()
        ? (ObjectNode) object.orElseGet(Acknowledgements::nothing)
        : nothing();
  }

  private static ObjectNode nothing() {
    return JsonMapper.shared().createObjectNode();
  }

  /** Read when first needed, so that a start does not wait for it. */
  private List<Action> actions() {
    List<Action> known = actions;
    if (known == null) {
      known = read();
      actions = known;
    }
    return known;
  }

  private static List<Action> read() {
    try (InputStream stream =
        Acknowledgements.class.getResourceAsStream("/contract/actions.json")) {
      if (stream == null) {
        throw new IllegalStateException("The contract was not compiled into this build");
      }
      List<Action> read = new ArrayList<>();
      for (JsonNode row : JsonMapper.shared().readTree(stream)) {
        read.add(action(row));
      }
      return List.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Action action(JsonNode row) {
    View place =
        new View(row.path("template").stringValue(), row.path("owner").stringValue(), "", "");
    Set<String> names =
        row.path("actions")
            .valueStream()
            .map(action -> action.asString(""))
            .collect(Collectors.toUnmodifiableSet());
    return new Action(place, names, row.path("answersOwner").asBoolean(false));
  }
}
