package io.nsxsim.scenario;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scenario says.
 *
 * @param bodies plain hierarchical bodies, as a client could send them, in order
 * @param inventory the inventory document, empty when there is none
 */
record Scenario(List<ObjectNode> bodies, List<JsonNode> inventory) {}
