package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of a source's way back, which is an assumption unless it is switched on. */
class ReversePathTest {

  private static final Options STRICT = new Options(false, true, true, false, true);
  private static final String ON_SEGMENT =
      "{'/infra/segments/a1': {advanced_config: {urpf_mode: 'STRICT'}}}";
  private static final String ON_UPLINK =
      "{'/infra/tier-0s/core/locale-services/ls/interfaces/up': {urpf_mode: 'STRICT'}}";

  @Test
  void a_foreign_source_is_dropped_only_where_the_check_is_on_and_said_otherwise() {
    Network network = PlainNetwork.with(ON_SEGMENT);
    Flow honest = network.flow("a1", "b1", Protocol.TCP, 80);
    Flow forged =
        new Flow(
            honest.from(), IpAddress.of("10.2.1.77"), honest.destination(), Protocol.TCP, 4, 80);

    Trace dropped = new Tracer(network.fabric(), STRICT).trace(forged);
    assertThat(dropped.fate()).isEqualTo(Fate.REVERSE_PATH);
    assertThat(dropped.decidingPath().orElseThrow().value()).isEqualTo("/infra/segments/a1");
    assertThat(new Tracer(network.fabric(), STRICT).trace(honest).verdict())
        .isEqualTo(Verdict.REACHED);
    Trace assumed = new Tracer(network.fabric()).trace(forged);
    assertThat(assumed.verdict()).isEqualTo(Verdict.REACHED);
    assertThat(assumed.assumptions()).anyMatch(text -> text.contains("urpf_mode"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", ""})
  void without_the_mode_nothing_is_checked(String mode) {
    Network network = PlainNetwork.with(ON_SEGMENT.replace("STRICT", mode));
    Flow honest = network.flow("a1", "b1", Protocol.TCP, 80);
    Flow forged =
        new Flow(
            honest.from(), IpAddress.of("10.2.1.77"), honest.destination(), Protocol.TCP, 4, 80);

    assertThat(new Tracer(network.fabric(), STRICT).trace(forged).verdict())
        .isEqualTo(Verdict.REACHED);
  }

  @Test
  void an_uplink_checks_too() {
    String elsewhere =
        """
        {'/infra/tier-0s/core/static-routes/hole': {network: '203.0.113.0/24', next_hops: [{}]}}
        """;
    Network network = PlainNetwork.with(ON_UPLINK, elsewhere);

    assertThat(
            new Tracer(network.fabric(), STRICT)
                .trace(network.flow("web", "a1", Protocol.TCP, 80))
                .fate())
        .isEqualTo(Fate.REVERSE_PATH);
    assertThat(
            new Tracer(PlainNetwork.with(ON_UPLINK).fabric(), STRICT)
                .trace(network.flow("web", "a1", Protocol.TCP, 80))
                .verdict())
        .isEqualTo(Verdict.REACHED);
  }
}
