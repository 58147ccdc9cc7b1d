package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A static route of the tier-0 of {@link PlainNetwork} with a next hop that BFD watches. */
class StaticRouteBfdTest {

  private static final String ROUTES =
      """
      {'/infra/tier-0s/core/static-routes/out': {network: '203.0.113.0/24', next_hops: [
          {ip_address: '192.168.10.HOST', admin_distance: 1},
          {ip_address: '192.168.10.254', admin_distance: 2}]}}
      """;
  private static final String PEER =
      """
      {'/infra/tier-0s/core/static-routes/bfd-peers/p': {peer_address: '192.168.10.253',
          enabled: ENABLED}}
      """;

  @ParameterizedTest
  @CsvSource({"253, true, REACHED", "253, false, EXITS_NETWORK", "252, true, EXITS_NETWORK"})
  void a_next_hop_whose_peer_is_down_gives_way_to_the_next(
      String host, boolean enabled, Verdict verdict) {
    Network network =
        PlainNetwork.with(
            ROUTES.replace("HOST", host), PEER.replace("ENABLED", String.valueOf(enabled)));

    assertThat(network.ping("a1", "web")).isEqualTo(verdict);
  }

  @Test
  void a_next_hop_whose_peer_is_there_stays() {
    Network network =
        PlainNetwork.with(
            ROUTES.replace("HOST", "254"),
            PEER.replace("192.168.10.253", "192.168.10.254").replace("ENABLED", "true"));

    assertThat(network.ping("a1", "web")).isEqualTo(Verdict.REACHED);
  }
}
