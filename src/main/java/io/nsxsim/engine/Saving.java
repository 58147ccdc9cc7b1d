package io.nsxsim.engine;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Schemas;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ReferenceRepository;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredReference;
import io.nsxsim.store.StoredResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a workspace's drafts and removals to their rows. */
@Component
final class Saving {

  private static final int CHUNK = 1000;

  private final ResourceRepository resources;
  private final ReferenceRepository references;
  private final ReferenceReader referenceReader;
  private final Catalogue catalogue;
  private final Schemas schemas;
  private long lastMade; // one request writes at a time

  Saving(
      ResourceRepository resources,
      ReferenceRepository references,
      ReferenceReader referenceReader,
      Catalogue catalogue,
      Schemas schemas) {
    this.resources = resources;
    this.references = references;
    this.referenceReader = referenceReader;
    this.catalogue = catalogue;
    this.schemas = schemas;
  }

  /** Saves everything. */
  void save(Workspace workspace, Author author) {
    List<String> forgotten = new ArrayList<>();
    List<StoredReference> mentions = new ArrayList<>();
    workspace
        .drafts()
        .forEach((path, draft) -> {
          Optional<ObjectNode> before = workspace.stored(path);
          saveRow(path, draft, workspace.row(path), author);
          collectMentions(path, draft, before, forgotten, mentions);
        });
    List<String> gone =
        workspace.removed().stream()
            .filter(path -> workspace.row(path).isPresent())
            .map(PolicyPath::value)
            .toList();
    forgotten.addAll(gone);
    inChunks(forgotten, references::deleteBySources);
    mentions.forEach(references::save);
    inChunks(gone, resources::deleteByPaths);
  }

  private void saveRow(
      PolicyPath path, Workspace.Draft draft, Optional<StoredResource> row, Author author) {
    ObjectNode document = draft.document();
    Documents.dropSecrets(document, schemas.shape(draft.kind().schema()));
    String text = JsonMapper.shared().writeValueAsString(document);
    if (row.filter(stored -> stored.document().equals(text)).isPresent()) {
      return;
    }
    if (draft.refreshed() && row.isPresent()) {
      resources.rewrite(path.value(), text);
      return;
    }
    StoredResource resource =
        row.orElseGet(() ->
            new StoredResource(
                path.value(),
                catalogue.parentPath(draft.kind(), path).map(PolicyPath::value).orElse("/"),
                draft.kind().schema(),
                document.path("_system_owned").asBoolean(false)));
    long now = document.path("_last_modified_time").asLong(0);
    if (row.isEmpty()) {
      lastMade = Math.max(now, lastMade + 1); // no two at once, so that their order is kept
      resource.created(author.name(), lastMade);
    }
    resource.write(document.path("display_name").asString(""), text, author.name(), now);
    if (row.isEmpty()) {
      resources.save(resource);
    }
  }

  /** Mentions are rewritten only where they changed: most writes leave them as they are. */
  private void collectMentions(
      PolicyPath path,
      Workspace.Draft draft,
      Optional<ObjectNode> before,
      List<String> forgotten,
      List<StoredReference> mentions) {
    Set<StoredReference.Key> now = keys(path, draft.references());
    Set<StoredReference.Key> old =
        before
            .map(document -> keys(path, referenceReader.read(draft.kind(), document)))
            .orElse(Set.of());
    if (now.equals(old)) {
      return;
    }
    if (!old.isEmpty()) {
      forgotten.add(path.value());
    }
    now.forEach(key -> mentions.add(new StoredReference(key)));
  }

  private static Set<StoredReference.Key> keys(PolicyPath path, List<Reference> references) {
    Set<StoredReference.Key> keys = new HashSet<>();
    for (Reference reference : references) {
      keys.add(
          new StoredReference.Key(path.value(), reference.field(), reference.target().value()));
    }
    return keys;
  }

  private static void inChunks(List<String> paths, Consumer<List<String>> action) {
    for (int start = 0; start < paths.size(); start += CHUNK) {
      action.accept(paths.subList(start, Math.min(paths.size(), start + CHUNK)));
    }
  }
}
