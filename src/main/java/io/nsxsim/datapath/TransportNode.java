package io.nsxsim.datapath;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * A node that carries packets.
 *
 * @param id its UUID
 * @param path the policy object, where there is one
 */
public record TransportNode(String id, String name, Kind kind, Optional<PolicyPath> path) {

  /** NSX's words for what a node is. */
  public enum Kind {
    ESX,
    EDGE
  }

  /** The address of its tunnel endpoint, made up of its id, as the tree does not say it. */
  public String tunnelEndpoint() {
    int hash = id.hashCode() & 0xFFFF;
    return "172.31." + (hash >>> 8) + "." + (hash & 0xFF);
  }
}
