package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tree as it is stored. */
@Component
final class StoredTree implements Tree, StoredObjects {

  private final ResourceRepository resources;
  private final Writing writing;

  StoredTree(ResourceRepository resources, Writing writing) {
    this.resources = resources;
    this.writing = writing;
  }

  @Override
  public List<JsonNode> documents(Set<String> kinds) {
    return resources.documentsOfKinds(kinds).stream().map(StoredTree::parse).toList();
  }

  @Override
  public Optional<Difference> since(long version, Set<String> kinds) {
    return writing.touchedSince(version).map(touched -> difference(touched, kinds));
  }

  private Difference difference(ChangeLog.Touched touched, Set<String> kinds) {
    List<JsonNode> written = new ArrayList<>();
    Set<PolicyPath> gone = new HashSet<>(touched.paths());
    if (!gone.isEmpty()) {
      List<String> paths = gone.stream().map(PolicyPath::value).toList();
      for (String document : resources.documentsAt(paths, kinds)) {
        JsonNode node = parse(document);
        written.add(node);
        gone.remove(new PolicyPath(node.path("path").asString()));
      }
    }
    return new Difference(touched.version(), written, gone);
  }

  @Override
  public Optional<JsonNode> find(PolicyPath path) {
    return resources.findById(path.value()).map(row -> parse(row.document()));
  }

  @Override
  public List<JsonNode> in(PolicyPath collection) {
    return resources.documentsIn(collection.value()).stream().map(StoredTree::parse).toList();
  }

  @Override
  public List<JsonNode> below(PolicyPath path) {
    return resources.documentsBelow(LikePattern.below(path)).stream()
        .map(StoredTree::parse)
        .toList();
  }

  @Override
  public List<JsonNode> tagged() {
    return resources.documentsWithTags().stream().map(StoredTree::parse).toList();
  }

  @Override
  public long version() {
    return writing.version();
  }

  private static JsonNode parse(String document) {
    return JsonMapper.shared().readTree(document);
  }
}
