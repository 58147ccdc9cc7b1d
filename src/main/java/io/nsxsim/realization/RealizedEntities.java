package io.nsxsim.realization;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of intents: the entities that realize them, and the status over all enforcement
 * points. An intent that is not stored is refused with 404, as clients expect of a deleted one.
 */
@Service
public class RealizedEntities {

  private final StoredObjects stored;
  private final Realization realization;

  RealizedEntities(StoredObjects stored, Realization realization) {
    this.stored = stored;
    this.realization = realization;
  }

  /** The entities that realize the object at a path. */
  public List<ObjectNode> of(String intentPath) {
    JsonNode document = require(intentPath);
    Health health = realization.of(document);
    return EntityTypes.of(document).stream().map(type -> entity(document, type, health)).toList();
  }

  /** The entity at a realized path. */
  public ObjectNode at(String realizedPath) {
    return Optional.of(realizedPath).filter(PolicyPath::isPolicyPath).map(PolicyPath::new).stream()
        .flatMap(path -> RealizedPaths.intents(path).stream())
        .flatMap(intent -> stored.find(intent).stream())
        .findFirst()
        .map(document -> entityAt(document, realizedPath))
        .orElseThrow(() -> notFound(realizedPath));
  }

  private ObjectNode entityAt(JsonNode document, String realizedPath) {
    List<EntityTypes.Type> types = EntityTypes.of(document);
    EntityTypes.Type type =
        types.stream()
            .filter(t -> RealizedPaths.of(document, t).equals(realizedPath))
            .findFirst()
            .orElse(types.getFirst());
    return entity(document, type, realization.of(document)).put("path", realizedPath);
  }

  /** The only enforcement point. */
  public ObjectNode enforcementPoint() {
    ObjectNode point = JsonMapper.shared().createObjectNode();
    point.put("resource_type", "RealizedEnforcementPoint");
    point.put("id", "default");
    point.put("display_name", "default");
    point.put("path", RealizedPaths.ENFORCEMENT_POINT);
    point.put("relative_path", "default");
    point.put("parent_path", "/infra/realized-state");
    point.putArray("intent_reference").add(RealizedPaths.POINT);
    point.put("state", "REALIZED");
    point.putArray("alarms");
    return point;
  }

  /** The status of the object at a path over all enforcement points. */
  public ObjectNode status(String intentPath) {
    JsonNode document = require(intentPath);
    Health health = realization.of(document);
    String word = health.choose("SUCCESS", "IN_PROGRESS", "ERROR");
    ObjectNode status = JsonMapper.shared().createObjectNode();
    status.put("intent_path", intentPath);
    status.put("intent_version", document.path("_revision").asString("0"));
    status.put("publish_status", health.choose("REALIZED", "UNREALIZED", "ERROR"));
    status.putObject("consolidated_status").put("consolidated_status", word);
    publishTimes(status, document, health);
    ObjectNode point = status.putArray("consolidated_status_per_enforcement_point").addObject();
    point.put("resource_type", "ConsolidatedStatusPerEnforcementPoint");
    point.put("enforcement_point_id", "default");
    point.put("enforcement_point_path", RealizedPaths.POINT);
    point.put("site_path", "/infra/sites/default");
    point.putObject("consolidated_status").put("consolidated_status", word);
    if (health.phase() == Health.Phase.FAILED) {
      ObjectNode alarm = point.putObject("alarm");
      alarm.put("error_id", Identifiers.stable("alarm", intentPath));
      alarm.put("message", health.message());
      alarm.set("error_details", Alarms.of(document, health).path("error_details"));
    }
    return status;
  }

  private ObjectNode entity(JsonNode document, EntityTypes.Type type, Health health) {
    String path = document.path("path").asString("");
    ObjectNode entity = JsonMapper.shared().createObjectNode();
    entity.put("resource_type", "GenericPolicyRealizedResource");
    entity.put("id", RealizedPaths.id(document));
    entity.set("display_name", document.path("display_name"));
    entity.put("path", RealizedPaths.of(document, type));
    entity.put("relative_path", RealizedPaths.id(document));
    entity.put("parent_path", RealizedPaths.ENFORCEMENT_POINT);
    entity.put("entity_type", type.name());
    entity.put("state", health.choose("REALIZED", "UNREALIZED", "ERROR"));
    entity.putArray("intent_paths").add(path);
    entity.putArray("intent_reference").add(path);
    entity.put("enforcement_point_path", RealizedPaths.POINT);
    entity.put("site_path", "/infra/sites/default");
    entity.put("runtime_status", health.choose("SUCCESS", "IN_PROGRESS", "ERROR"));
    entity.put("publish_status", health.choose("SUCCESS", "IN_PROGRESS", "ERROR"));
    entity.put("operational_status", health.choose("STATUS_GREEN", "STATUS_UNKNOWN", "STATUS_RED"));
    publishTimes(entity, document, health);
    ArrayNode alarms = entity.putArray("alarms");
    switch (health.phase()) {
      case REALIZED -> {
        entity.put("realization_specific_identifier", identifier(document, type));
        entity.set("extended_attributes", ExtendedAttributes.of(document, type));
      }
      case IN_PROGRESS -> entity.putArray("extended_attributes");
      case FAILED -> {
        entity.putArray("extended_attributes");
        entity.put("publish_status_error", health.message());
        alarms.add(Alarms.of(document, health));
      }
    }
    return entity;
  }

  /** The main entity carries the object's own realization id, the others one derived of it. */
  private static String identifier(JsonNode document, EntityTypes.Type type) {
    boolean main = type.equals(EntityTypes.of(document).getFirst());
    String own = document.path("realization_id").asString(document.path("unique_id").asString(""));
    return main && !own.isEmpty()
        ? own
        : Identifiers.stable(type.name(), document.path("path").asString(""));
  }

  private static void publishTimes(ObjectNode answer, JsonNode document, Health health) {
    if (health.phase() == Health.Phase.REALIZED && document.has("_last_modified_time")) {
      answer.set("publish_time", document.path("_last_modified_time"));
      answer.put("time_taken_for_realization", 0);
    }
  }

  private JsonNode require(String intentPath) {
    if (intentPath.isEmpty()) {
      throw new Refusal(Reason.INVALID_PARAMETER, "The parameter intent_path is required.");
    }
    return Optional.of(intentPath)
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> stored.find(new PolicyPath(path)))
        .orElseThrow(() -> notFound(intentPath));
  }

  private static Refusal notFound(String path) {
    return new Refusal(Reason.NOT_FOUND, "The path=[" + path + "] is not present.");
  }
}
