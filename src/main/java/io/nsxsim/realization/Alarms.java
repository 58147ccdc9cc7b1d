package io.nsxsim.realization;

import io.nsxsim.datapath.Identifiers;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells of objects whose realization failed; in a healthy system there are none. */
@Service
public class Alarms {

  /** The code of an error that policy met on its way to the enforcement point. */
  private static final int REALIZATION_FAILED = 500037;

  private final StoredObjects stored;
  private final Faults faults;
  private final Realization realization;

  Alarms(StoredObjects stored, Faults faults, Realization realization) {
    this.stored = stored;
    this.faults = faults;
    this.realization = realization;
  }

  /** One alarm per object that failed, ordered by its path. */
  public List<ObjectNode> all() {
    Map<String, ObjectNode> alarms = new TreeMap<>();
    for (Fault fault : faults.failing()) {
      for (JsonNode document : concerned(fault)) {
        Health health = realization.of(document);
        if (health.phase() == Health.Phase.FAILED) {
          alarms.putIfAbsent(document.path("path").asString(""), of(document, health));
        }
      }
    }
    return List.copyOf(alarms.values());
  }

  private List<JsonNode> concerned(Fault fault) {
    List<JsonNode> found = new ArrayList<>();
    List<String> roots = fault.isPath() ? List.of(fault.target()) : List.of("/infra", "/orgs");
    for (String root : roots) {
      PolicyPath path = new PolicyPath(root);
      stored.find(path).ifPresent(found::add);
      found.addAll(stored.below(path));
    }
    found.removeIf(document -> !fault.concerns(document) || isByTheWay(document, fault));
    return found;
  }

  /** What NSX makes with an object raises no alarm of its own, unless a fault names it. */
  private static boolean isByTheWay(JsonNode document, Fault fault) {
    boolean named =
        !fault.id().isEmpty() && document.path("path").asString("").equals(fault.target());
    return document.path("_system_owned").asBoolean(false) && !named;
  }

  /** The alarm of one object. */
  static ObjectNode of(JsonNode document, Health health) {
    String path = document.path("path").asString("");
    ObjectNode alarm = JsonMapper.shared().createObjectNode();
    String id = Identifiers.stable("alarm", path);
    alarm.put("resource_type", "PolicyAlarmResource");
    alarm.put("id", id);
    alarm.put("display_name", id);
    alarm.put("path", RealizedPaths.ALARMS + "/" + id);
    alarm.put("relative_path", id);
    alarm.put("parent_path", RealizedPaths.ENFORCEMENT_POINT);
    alarm.put("message", health.message());
    alarm.put("severity", "ERROR");
    alarm.put("source_reference", RealizedPaths.ofMain(document));
    alarm.putArray("intent_paths").add(path);
    ObjectNode error = alarm.putObject("error_details");
    error.put("error_code", REALIZATION_FAILED);
    error.put("module_name", "policy");
    error.put("error_message", health.message());
    return alarm;
  }
}
