package io.nsxsim.web.inspection;

import io.nsxsim.catalogue.inspection.RawSignature;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds, changes and deletes the signatures of a version: first as a preview, which is validated and
 * then published or given up.
 *
 * <p>Source of the numbers: a signature that its author numbered 6000000 is 1006000000 to public
 * clients, which name a preview by {@code signatures-preview} in its path.
 */
@Component
class CustomSignatures {

  private static final int OWN_NUMBERS = 1_000_000_000;

  private final PolicyEngine engine;
  private final StoredObjects stored;
  private final StagedSignatures staged;

  CustomSignatures(PolicyEngine engine, StoredObjects stored, StagedSignatures staged) {
    this.engine = engine;
    this.stored = stored;
    this.staged = staged;
  }

  /** Refuses a version that is not there, and a revision that is not its own. */
  void check(PolicyPath version, JsonNode body) {
    JsonNode known =
        stored
            .find(version)
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no object " + version));
    if (body.has("_revision")
        && body.path("_revision").asLong() != known.path("_revision").asLong()) {
      throw new Refusal(Reason.STALE_REVISION, version + " has been changed since.");
    }
  }

  /** Takes new signatures; refuses all of them if one is none. */
  void add(PolicyPath version, JsonNode texts) {
    List<ObjectNode> signatures = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      RawSignature raw = read(texts.get(i).asString(""), "/signatures/" + i);
      signatures.add(preview(version, String.valueOf(OWN_NUMBERS + raw.number()), raw));
    }
    signatures.forEach(signature -> staged.write(version, signature));
    status(version, "VALIDATION_PENDING");
  }

  /** Takes changes and deletions, and judges what is to be published. */
  void validate(PolicyPath version, JsonNode body) {
    List<ObjectNode> changed = new ArrayList<>();
    JsonNode modified = body.path("modified_signatures");
    for (int i = 0; i < modified.size(); i++) {
      changed.add(changed(version, modified.get(i), "/modified_signatures/" + i));
    }
    List<String> gone = new ArrayList<>();
    for (JsonNode path : body.path("deleted_signatures")) {
      String id = path.asString("").replaceAll(".*/", "");
      require(version, id);
      gone.add(id);
    }
    changed.forEach(signature -> staged.write(version, signature));
    gone.forEach(id -> staged.delete(version, id, isPublished(version, id)));
    for (ObjectNode signature : staged.written(version)) {
      staged.write(version, signature.put("validation_status", "VALID"));
    }
    status(version, "PUBLISH_PENDING");
  }

  private ObjectNode changed(PolicyPath version, JsonNode modification, String field) {
    String id = modification.path("signature_id").asString("");
    ObjectNode before = require(version, id);
    String text = modification.path("raw_signature").asString("");
    ObjectNode after = text.isEmpty() ? before : preview(version, id, read(text, field));
    JsonNode overridden = modification.path("overridden_signature");
    if (overridden.has("enable")) {
      after.put("enable", overridden.path("enable").asBoolean());
    }
    if (overridden.has("action")) {
      after.put("action", overridden.path("action").asString());
    }
    return after.put("path", previewPath(version, id));
  }

  private ObjectNode require(PolicyPath version, String id) {
    return staged
        .written(version, id)
        .or(() ->
            Optional.of(version + "/custom-signatures/" + id)
                .filter(PolicyPath::isPolicyPath)
                .flatMap(path -> stored.find(new PolicyPath(path)))
                .map(found -> (ObjectNode) found.deepCopy()))
        .orElseThrow(
            () -> new Refusal(Reason.INVALID_PATH, "The version has no signature " + id + "."));
  }

  private boolean isPublished(PolicyPath version, String id) {
    return stored.find(place(version, id)).isPresent();
  }

  private static PolicyPath place(PolicyPath version, String id) {
    return version.child("custom-signatures/" + id);
  }

  private static String previewPath(PolicyPath version, String id) {
    return version.child("signatures-preview/" + id).value();
  }

  private static RawSignature read(String text, String field) {
    return RawSignature.read(text)
        .orElseThrow(() ->
            new Refusal(
                List.of(
                    Problem.invalid(
                        field, "A signature is a rule with a number, its sid: " + text))));
  }

  private static ObjectNode preview(PolicyPath version, String id, RawSignature raw) {
    ObjectNode signature = JsonMapper.shared().createObjectNode();
    signature
        .put("resource_type", "IdsCustomSignature")
        .put("id", id)
        .put("display_name", raw.option("msg").isEmpty() ? id : raw.option("msg"))
        .put("path", previewPath(version, id))
        .put("parent_path", version.value())
        .put("relative_path", id)
        .put("signature_id", id)
        .put("original_signature_id", String.valueOf(raw.number()))
        .put("original_signature", raw.text())
        .put("signature", raw.text())
        .put("name", raw.option("msg"))
        .put("signature_revision", raw.option("rev"))
        .put("class_type", raw.option("classtype"))
        .put("flow", raw.option("flow"))
        .put("protocol", raw.protocol())
        .put("action", raw.action().toUpperCase(Locale.ROOT))
        .put("signature_severity", raw.severity())
        .put("severity", raw.severity().toUpperCase(Locale.ROOT))
        .put("enable", true)
        .put("validation_status", "PENDING");
    signature.properties().removeIf(field -> field.getValue().asString("-").isEmpty());
    return signature;
  }

  /** Makes the preview what is true. */
  void publish(PolicyPath version) {
    List<PolicyEngine.Put> puts = new ArrayList<>();
    for (ObjectNode signature : staged.written(version)) {
      PolicyPath path = place(version, signature.path("id").asString());
      signature.remove(List.of("path", "parent_path", "relative_path"));
      puts.add(new PolicyEngine.Put(path, signature, false));
    }
    Set<String> deleted = staged.deleted(version);
    if (!puts.isEmpty()) {
      engine.putTogether(puts, Author.SYSTEM);
    }
    if (!deleted.isEmpty()) {
      engine.deleteTogether(deleted.stream().map(id -> place(version, id)).toList(), Author.SYSTEM);
    }
    cancel(version);
  }

  /** Gives the preview up. */
  void cancel(PolicyPath version) {
    staged.forget(version);
    status(version, "PUBLISHED");
  }

  /** What is new or changed. */
  List<ObjectNode> preview(PolicyPath version) {
    return staged.written(version);
  }

  /** What publishing would do, by the ids of the signatures. */
  ObjectNode difference(PolicyPath version) {
    List<String> published =
        stored.in(version.child("custom-signatures")).stream()
            .map(signature -> signature.path("id").asString())
            .toList();
    Set<String> deleted = staged.deleted(version);
    ObjectNode difference = JsonMapper.shared().createObjectNode();
    difference.put("resource_type", "IdsCustomSignaturesDiff");
    var added = difference.putArray("newly_added_signatures");
    staged.written(version).stream()
        .map(signature -> signature.path("id").asString())
        .filter(id -> !published.contains(id))
        .forEach(added::add);
    var gone = difference.putArray("deleted_signatures");
    published.stream().filter(deleted::contains).forEach(gone::add);
    var existing = difference.putArray("existing_signatures");
    published.stream().filter(id -> !deleted.contains(id)).forEach(existing::add);
    return difference;
  }

  private void status(PolicyPath version, String status) {
    engine.edit(Map.of(version, document -> document.put("status", status)), Author.SYSTEM);
  }
}
