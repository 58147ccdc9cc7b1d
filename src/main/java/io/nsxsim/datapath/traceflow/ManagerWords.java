package io.nsxsim.datapath.traceflow;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Observations as the Manager API tells them: the same without paths. */
public final class ManagerWords {

  private ManagerWords() {}

  /** The observations of a run. */
  public static List<ObjectNode> of(Run run) {
    return run.observations().stream().map(ManagerWords::of).toList();
  }

  private static ObjectNode of(ObjectNode observation) {
    ObjectNode plain = observation.deepCopy();
    String type = plain.path("resource_type").asString("");
    plain.put("resource_type", type.startsWith("Policy") ? type.substring(6) : type);
    List<String> paths =
        plain.propertyNames().stream()
            .filter(name -> name.endsWith("_path") && !name.equals("site_path"))
            .toList();
    plain.remove(paths);
    return plain;
  }
}
