package io.nsxsim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nsxsim.catalogue.Kind;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what is stored. Documents are text and pass through as they are. */
@Component
class Reading {

  private final ResourceRepository resources;
  private final Pages pages;
  private final HierarchyWriter hierarchy;
  private final ReadCache cache;

  Reading(ResourceRepository resources, Pages pages, HierarchyWriter hierarchy, ReadCache cache) {
    this.resources = resources;
    this.pages = pages;
    this.hierarchy = hierarchy;
    this.cache = cache;
  }

  /** Refuses a path where no object is. */
  StoredResource require(PolicyPath path) {
    return resources
        .findById(path.value())
        .orElseThrow(() ->
            new Refusal(
                Reason.NOT_FOUND,
                "There is no object " + path + ". Letters' case matters in ids."));
  }

  boolean isEmpty() {
    return resources.count() == 0;
  }

  /** The JSON of one object, with the children that it shows in fields. */
  byte[] object(Kind kind, PolicyPath path) {
    return cache.get(
        path,
        () ->
            withEmbedded(kind, path.value(), require(path).document(), count -> true)
                .getBytes(UTF_8));
  }

  private String withEmbedded(Kind kind, String path, String document, Predicate<String> counted) {
    if (kind.embedded().isEmpty()) {
      return document;
    }
    StringBuilder text = new StringBuilder(document).deleteCharAt(document.length() - 1);
    for (Map.Entry<String, String> field : kind.embedded().entrySet()) {
      List<String> children = inSequence(resources.documentsAsMade(path + "/" + field.getValue()));
      text.append(",\"").append(field.getKey()).append("\":[");
      text.append(String.join(",", children)).append(']');
      Optional.ofNullable(kind.counts().get(field.getKey()))
          .filter(counted)
          .ifPresent(
              count -> text.append(",\"").append(count).append("\":").append(children.size()));
    }
    return text.append('}').toString();
  }

  /** Rules are shown in the order in which they apply, others in which they were made. */
  private static List<String> inSequence(List<String> documents) {
    if (documents.size() < 2) {
      return documents;
    }
    record Numbered(long number, String document) {}
    return documents.stream()
        .map(d -> new Numbered(sequenceNumber(JsonMapper.shared().readTree(d)), d))
        .sorted(java.util.Comparator.comparingLong(Numbered::number))
        .map(Numbered::document)
        .toList();
  }

  private static long sequenceNumber(JsonNode document) {
    return document.path("sequence_number").asLong(0);
  }

  /** The JSON of an object with a part of the tree below it. */
  byte[] hierarchy(PolicyPath path, HierarchyQuery query) {
    return hierarchy.object(require(path), query);
  }

  /** The JSON of a page of a collection; children are counted when the query asks for it. */
  byte[] list(PolicyPath collection, Kind kind, ListQuery query) {
    Predicate<String> counted =
        count -> "true".equalsIgnoreCase(query.parameters().get("include_" + count));
    return pages
        .page(
            collection, kind, query, row -> withEmbedded(kind, row.path(), row.document(), counted))
        .getBytes(UTF_8);
  }
}
