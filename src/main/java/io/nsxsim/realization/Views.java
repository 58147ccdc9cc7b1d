package io.nsxsim.realization;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers states, statuses and statistics of objects as a healthy system has them, or as faults
 * make them. What is answered is data of the contract; here it only meets the objects.
 */
@Service
public class Views {

  /** Facts that only packets can tell. */
  private static final Set<String> MEASURED = Set.of("packets", "rx_packets", "status_now");

  private final StoredObjects stored;
  private final Items items;
  private final NodePlacement placement;
  private volatile @Nullable ViewTable table;

  Views(StoredObjects stored, Items items, NodePlacement placement) {
    this.placement = placement;
    this.stored = stored;
    this.items = items;
  }

  /**
   * What is seen at a path; empty if it is no view. The parameters are those of the query. Refuses
   * a view of an object that is not.
   */
  public Optional<ObjectNode> answer(PolicyPath path, Map<String, String> parameters) {
    List<View> candidates = table().named(path.id());
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    List<String> segments = path.segments();
    for (View view : candidates) {
      Optional<List<String>> ids = view.ids(segments);
      if (ids.isPresent()) {
        return Optional.of(answer(view, path, ids.get(), parameters));
      }
    }
    return Optional.empty();
  }

  /** Tells whether there is a view at a path, of whatever object. */
  public boolean shows(PolicyPath path) {
    return table().named(path.id()).stream()
        .anyMatch(view -> view.ids(path.segments()).isPresent());
  }

  /** Tells whether what is seen at a path is measured by simulated packets. */
  public boolean measures(PolicyPath path) {
    return table().named(path.id()).stream()
        .filter(view -> view.ids(path.segments()).isPresent())
        .anyMatch(view -> MEASURED.stream().anyMatch(table().form(view.answer())::mentions));
  }

  private ObjectNode answer(
      View view, PolicyPath path, List<String> ids, Map<String, String> parameters) {
    PolicyPath owner = view.ownerPath(path);
    PolicyPath subject = view.subject(path, ids);
    JsonNode document = require(subject);
    if (!owner.equals(subject)) {
      require(owner);
    }
    return table()
        .form(view.answer())
        .fill(
            items.of(document, counted(view, subject, parameters)),
            new Members(stored, items, placement)::of);
  }

  /** Under which name the packets of a view are counted: of an end of a link, or of the object. */
  private static String counted(View view, PolicyPath subject, Map<String, String> parameters) {
    String template = view.template();
    if (template.contains("/tier-1-interface/")) {
      return parameters.getOrDefault("tier1_path", "") + "#tier-1-interface";
    }
    if (template.contains("/tier-0-interface/")) {
      return subject + "#tier-0-interface";
    }
    if (template.endsWith("/nat/statistics")) {
      return subject + "#nat";
    }
    return template.contains("/gateway-interface-")
        ? subject + "#gateway-interface"
        : subject.value();
  }

  /** The stored object; a root is there without being stored as long as what it belongs to is. */
  private JsonNode require(PolicyPath path) {
    return stored
        .find(path)
        .or(() -> Optional.of(path).filter(this::isRoot).map(Views::rootDocument))
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, "The object " + path + " is not present."));
  }

  private boolean isRoot(PolicyPath path) {
    if (!path.id().equals("infra")) {
      return false;
    }
    String above = path.value().substring(0, path.value().lastIndexOf('/'));
    return above.isEmpty() || stored.find(new PolicyPath(above)).isPresent();
  }

  private static JsonNode rootDocument(PolicyPath path) {
    return JsonMapper.shared().createObjectNode().put("path", path.value());
  }

  /** Read when first needed, so that a start does not wait for it. */
  private ViewTable table() {
    ViewTable known = table;
    if (known == null) {
      known = ViewTable.read();
      table = known;
    }
    return known;
  }
}
