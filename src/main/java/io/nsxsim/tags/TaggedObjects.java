package io.nsxsim.tags;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.inventory.discovered.DiscoveredMachine;
import io.nsxsim.inventory.discovered.Discovery;
import io.nsxsim.path.PolicyPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Finds tags and what carries them. */
@Service
public class TaggedObjects {

  private static final Comparator<Tagged.Tag> ORDER =
      Comparator.comparing(Tagged.Tag::scope).thenComparing(Tagged.Tag::tag);

  private final StoredObjects stored;
  private final Discovery discovery;

  TaggedObjects(StoredObjects stored, Discovery discovery) {
    this.stored = stored;
    this.discovery = discovery;
  }

  /** A tag and how many objects carry it. */
  public record Use(Tagged.Tag tag, int objects) {}

  /**
   * The tags that are in use, ordered by scope and value.
   *
   * @param space {@code /infra}, a project or a VPC
   */
  public List<Use> uses(PolicyPath space, TagQuery query) {
    Map<Tagged.Tag, Integer> counts = new HashMap<>();
    all(space)
        .flatMap(object -> object.tags().stream().distinct())
        .filter(query::matches)
        .forEach(tag -> counts.merge(tag, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> new Use(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Use::tag, ORDER))
        .toList();
  }

  /** What carries a tag, machines last. */
  public List<Tagged> carrying(PolicyPath space, TagQuery query) {
    return all(space).filter(object -> object.tags().stream().anyMatch(query::matches)).toList();
  }

  private Stream<Tagged> all(PolicyPath space) {
    Stream<Tagged> objects =
        stored.tagged().stream()
            .filter(document -> document.path("path").asString("").startsWith(space + "/"))
            .map(TaggedObjects::tagged);
    return Stream.concat(objects, discovery.machinesIn(space).map(TaggedObjects::tagged));
  }

  private static Tagged tagged(JsonNode document) {
    return new Tagged(
        document.path("path").asString(""),
        document.path("display_name").asString(""),
        document.path("resource_type").asString(""),
        document
            .path("tags")
            .valueStream()
            .map(
                tag -> new Tagged.Tag(tag.path("scope").asString(""), tag.path("tag").asString("")))
            .toList());
  }

  private static Tagged tagged(DiscoveredMachine machine) {
    return new Tagged(
        machine.externalId(),
        machine.displayName(),
        machine.resourceType(),
        machine.tags().stream().map(tag -> new Tagged.Tag(tag.scope(), tag.tag())).toList());
  }
}
