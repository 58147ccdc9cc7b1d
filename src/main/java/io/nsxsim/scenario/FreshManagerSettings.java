package io.nsxsim.scenario;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a fresh manager is.
 *
 * @param edgeNodes edge nodes in the edge cluster, 2 or more
 * @param hostNodes ESXi hosts that are transport nodes, in one cluster of one compute manager
 * @param projects projects beside the default one
 */
@ConfigurationProperties("nsxsim.fresh-manager")
record FreshManagerSettings(
    @DefaultValue("2") int edgeNodes,
    @DefaultValue("0") int hostNodes,
    @DefaultValue("0") int projects) {

  static final int FEWEST_EDGES = 2;

  FreshManagerSettings {
    if (edgeNodes < FEWEST_EDGES || hostNodes < 0 || projects < 0) {
      throw new IllegalArgumentException(
          "nsxsim.fresh-manager.edge-nodes is 2 or more, host-nodes and projects 0 or more");
    }
  }
}
