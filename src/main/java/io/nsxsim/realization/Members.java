package io.nsxsim.realization;

import io.nsxsim.datapath.NodePlacement;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an object has several of, by the words that the forms of answers use for it. */
final class Members {

  private final StoredObjects stored;
  private final Items items;
  private final EdgeNodes nodes;

  /** Members for one answer, which reads everything at most once. */
  Members(StoredObjects stored, Items items, NodePlacement placement) {
    this.stored = new ReadOnce(stored);
    this.items = items;
    this.nodes = new EdgeNodes(this.stored, placement);
  }

  /**
   * The members of an item.
   *
   * @param words {@code edge-nodes}, also {@code active} or {@code standby} ones; {@code in rules}
   *     for the children of a collection; {@code field members} for the parts of a list; {@code
   *     pointing lb-virtual-servers lb_service_path} for the siblings of another kind that name the
   *     item in that field; {@code pools of virtual servers} for those of a load balancer
   */
  List<Item> of(String words, Item item) {
    String[] word = words.split(" ", -1);
    return switch (word[0]) {
      case "edge-nodes" -> nodes.of(item);
      case "active" -> nodes.of(item, "ACTIVE");
      case "standby" -> nodes.of(item, "STANDBY");
      case "in" -> stored.in(path(item).child(word[1])).stream().map(items::of).toList();
      case "field" ->
          item.document().path(word[1]).valueStream().map(p -> items.part(p, item)).toList();
      case "pointing" -> pointing(word[1], word[2], item).map(items::of).toList();
      case "pools" -> pools(item);
      default -> throw new IllegalStateException("An object has no " + words);
    };
  }

  private Stream<JsonNode> pointing(String collection, String field, Item item) {
    PolicyPath siblings = new PolicyPath("/infra").child(collection);
    return stored.in(siblings).stream()
        .filter(document -> document.path(field).asString("").equals(item.text("path")));
  }

  private List<Item> pools(Item loadBalancer) {
    Set<String> used = new LinkedHashSet<>();
    pointing("lb-virtual-servers", "lb_service_path", loadBalancer)
        .map(server -> server.path("pool_path").asString(""))
        .filter(path -> !path.isEmpty())
        .forEach(used::add);
    return used.isEmpty()
        ? List.of()
        : stored.in(new PolicyPath("/infra/lb-pools")).stream()
            .filter(pool -> used.contains(pool.path("path").asString("")))
            .map(items::of)
            .toList();
  }

  private static PolicyPath path(Item item) {
    return new PolicyPath(item.text("path"));
  }
}
