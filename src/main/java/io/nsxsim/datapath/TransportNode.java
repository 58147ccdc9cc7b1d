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

  private static final int NETWORK = (172 << 24) | (31 << 16);

  /** The address of its tunnel endpoint, made up of its id, as the tree does not say it. */
  public String tunnelEndpoint() {
    int host = host();
    return "172.31." + (host >>> 8) + "." + (host & 0xFF);
  }

  /** What others call their tunnels to it: the encapsulation and the number that the address is. */
  public String tunnelName() {
    return "geneve" + Integer.toUnsignedString(NETWORK | host());
  }

  private int host() {
    return id.hashCode() & 0xFFFF;
  }
}
