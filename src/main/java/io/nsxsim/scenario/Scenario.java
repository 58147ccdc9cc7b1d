package io.nsxsim.scenario;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scenario says.
 *
 * @param bodies plain hierarchical bodies, as a client could send them, in order
 * @param objects objects outside of the hierarchy, such as roles: path to body
 * @param inventory the inventory document, empty when there is none
 */
record Scenario(
    List<ObjectNode> bodies, Map<PolicyPath, ObjectNode> objects, List<JsonNode> inventory) {}
