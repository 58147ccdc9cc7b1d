package io.nsxsim.engine;

import io.nsxsim.store.ResourceRepository;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tree as it is stored. */
@Component
final class StoredTree implements Tree {

  private final ResourceRepository resources;
  private final Writing writing;

  StoredTree(ResourceRepository resources, Writing writing) {
    this.resources = resources;
    this.writing = writing;
  }

  @Override
  public List<JsonNode> documents(Set<String> kinds) {
    return resources.documentsOfKinds(kinds).stream().map(JsonMapper.shared()::readTree).toList();
  }

  @Override
  public long version() {
    return writing.version();
  }
}
