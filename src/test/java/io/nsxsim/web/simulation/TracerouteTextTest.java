package io.nsxsim.web.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.AnswerKind;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Traceroute;
import io.nsxsim.topology.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the answers of probes are laid out. */
class TracerouteTextTest {

  private static final IpAddress ROUTER = IpAddress.of("10.0.0.1");
  private static final IpAddress OTHER = IpAddress.of("10.0.0.2");
  private static final IpAddress TARGET = IpAddress.of("203.0.113.80");

  @Test
  void answers_of_two_routers_share_a_line() {
    assertThat(
            line(
                answer(ROUTER, AnswerKind.TIME_EXCEEDED),
                answer(OTHER, AnswerKind.TIME_EXCEEDED),
                answer(OTHER, AnswerKind.TIME_EXCEEDED)))
        .isEqualTo(" 7  10.0.0.1 (10.0.0.1)  T ms 10.0.0.2 (10.0.0.2)  T ms  T ms");
  }

  @Test
  void stars_stand_where_nothing_came_back() {
    assertThat(line(Optional.empty(), answer(ROUTER, AnswerKind.TIME_EXCEEDED), Optional.empty()))
        .isEqualTo(" 7  * 10.0.0.1 (10.0.0.1)  T ms *");
    assertThat(line(Optional.empty(), Optional.empty(), Optional.empty())).isEqualTo(" 7  * * *");
  }

  @Test
  void errors_are_marked_behind_their_time() {
    assertThat(line(answer(ROUTER, AnswerKind.NETWORK_UNREACHABLE)))
        .isEqualTo(" 7  10.0.0.1 (10.0.0.1)  T ms !N");
    assertThat(line(answer(ROUTER, AnswerKind.PROHIBITED)))
        .isEqualTo(" 7  10.0.0.1 (10.0.0.1)  T ms !X");
    assertThat(
            line(
                answer(ROUTER, AnswerKind.HOST_UNREACHABLE),
                answer(ROUTER, AnswerKind.HOST_UNREACHABLE)))
        .isEqualTo(" 7  10.0.0.1 (10.0.0.1)  T ms !H  T ms !H");
  }

  @Test
  void a_known_name_stands_before_the_address() {
    assertThat(line(answer(TARGET, AnswerKind.REPLY)))
        .isEqualTo(" 7  www.example (203.0.113.80)  T ms");
  }

  @Test
  void a_missing_host_takes_three_seconds() {
    assertThat(print(answer(ROUTER, AnswerKind.HOST_UNREACHABLE)))
        .containsPattern("  30\\d\\d\\.\\d{3} ms");
  }

  @SafeVarargs
  private static String line(Optional<Answer>... probes) {
    return print(probes).lines().toList().get(1).replaceAll("\\d+\\.\\d{3} ms", "T ms");
  }

  @SafeVarargs
  private static String print(Optional<Answer>... probes) {
    Flow flow = new Flow("a", IpAddress.of("10.0.0.5"), TARGET, Protocol.UDP, 0, 0);
    Traceroute.Request request =
        new Traceroute.Request(flow, Optional.empty(), 30, probes.length, Traceroute.Style.LINUX);
    Traceroute traceroute = new Traceroute(List.of(new Traceroute.Line(7, List.of(probes))));
    Directory names = new Directory(List.of(), Map.of(TARGET, "www.example"));
    return TracerouteText.print(names, request, "www.example", traceroute);
  }

  private static Optional<Answer> answer(IpAddress from, AnswerKind kind) {
    return Optional.of(new Answer(kind, from));
  }
}
