package io.nsxsim.realization;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where realized entities are, and which intent a realized path belongs to. */
final class RealizedPaths {

  static final String ENFORCEMENT_POINT = "/infra/realized-state/enforcement-points/default";
  static final String ALARMS = ENFORCEMENT_POINT + "/alarms";
  static final String POINT = "/infra/sites/default/enforcement-points/default";

  private static final char JOINT = '~';

  private RealizedPaths() {}

  /** The path of the entity of a type that realizes an intent. */
  static String of(JsonNode document, EntityTypes.Type type) {
    return ENFORCEMENT_POINT + "/" + type.collection() + "/" + id(document);
  }

  /** The path of the main entity that realizes an intent. */
  static String ofMain(JsonNode document) {
    return of(document, EntityTypes.of(document).getFirst());
  }

  /** An entity's id: the intent's path in one segment. */
  static String id(JsonNode document) {
    return document.path("path").asString("/").substring(1).replace('/', JOINT);
  }

  /**
   * The intents that a realized path may belong to, the likeliest first. Clients also make such
   * paths themselves, of the collection and id of an object at the enforcement point.
   */
  static List<PolicyPath> intents(PolicyPath realized) {
    List<PolicyPath> intents = new ArrayList<>();
    List<String> segments = realized.segments();
    if (!realized.value().startsWith(ENFORCEMENT_POINT + "/") || segments.size() < 2) {
      return intents;
    }
    String joined = "/" + realized.id().replace(JOINT, '/');
    if (PolicyPath.isPolicyPath(joined)) {
      intents.add(new PolicyPath(joined));
    }
    String below = segments.get(segments.size() - 2) + "/" + realized.id();
    for (String root : List.of(POINT, "/infra", "/infra/domains/default")) {
      intents.add(new PolicyPath(root).child(below));
    }
    return intents;
  }
}
