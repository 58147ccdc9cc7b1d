package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
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
