package io.nsxsim.imports;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be imported.
 *
 * @param bodies hierarchical bodies by their root, {@code /infra} or {@code /org-root}
 * @param machines the results of NSX's lists of virtual machines, empty if none was told
 * @param cards the results of NSX's lists of network cards (VIFs)
 * @param replace whether what clients have made, and all machines, go first
 * @param dryRun whether nothing is stored
 */
public record ImportRequest(
    Map<PolicyPath, ObjectNode> bodies,
    Optional<List<JsonNode>> machines,
    List<JsonNode> cards,
    boolean replace,
    boolean dryRun) {}
