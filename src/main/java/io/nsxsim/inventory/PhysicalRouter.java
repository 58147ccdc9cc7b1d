package io.nsxsim.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A router outside NSX. One that owns a BGP neighbor's address is that peer. */
public record PhysicalRouter(
    @JsonProperty("id") String id,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("interfaces") List<Interface> interfaces,
    @JsonProperty("routes") List<Route> routes) {

  /** An interface's address with its prefix. */
  public record Interface(@JsonProperty("address") String address) {}

  /** A route of its own; announced to its BGP peers. */
  public record Route(
      @JsonProperty("network") String network, @JsonProperty("next_hops") List<String> nextHops) {}
}
