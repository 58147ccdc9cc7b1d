package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an edge node is. One that the inventory does not name is up.
 *
 * @param id the id of its transport node, a UUID in NSX
 */
public record EdgeNode(@JsonProperty("id") String id, @JsonProperty("state") State state) {

  /** What an edge node does for the gateways of its clusters. */
  public enum State {
    /** It forwards. */
    UP,
    /** It has failed, or its host has. */
    DOWN,
    /** An operator has emptied it; for packets the same as down. */
    MAINTENANCE_MODE
  }

  /** Tells whether gateways run on it. */
  public boolean serves() {
    return state == State.UP;
  }
}
