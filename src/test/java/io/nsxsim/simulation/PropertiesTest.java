package io.nsxsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every network; the seed of a failing one is printed. */
class PropertiesTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_text_is_a_projection_of_the_structure(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    Network network = Network.of(random.inventory(), random.policy(), random.rules(seed));
    for (String from : random.names()) {
      for (String to : destinations(random)) {
        Trace trace = network.trace(from, to);
        List<String> lines = network.traceroute(from, to, Protocol.UDP, Optional.of(33434));
        for (Hop hop : trace.hops()) {
          if (hop.ttl() <= lines.size()) {
            assertThat(lines.get(hop.ttl() - 1))
                .as("seed %d, %s to %s, hop %d", seed, from, to, hop.ttl())
                .isEqualTo(print(hop.answer()));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void who_is_seen_at_the_end_was_reached_and_nobody_else_was(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    Network network = Network.of(random.inventory(), random.policy(), random.rules(seed));
    int reached = 0;
    for (String from : random.names()) {
      for (String to : random.names()) {
        if (from.equals(to)) {
          continue;
        }
        IpAddress destination = network.flow(from, to, Protocol.UDP, 1).destination();
        Trace trace = network.trace(from, to);
        boolean answered = network.traceroute(from, to).getLast().equals(destination.toString());
        boolean cameBack =
            trace.verdict() == Verdict.REACHED
                && trace.returnPath().orElseThrow().verdict() == Verdict.REACHED;
        reached += answered ? 1 : 0;
        assertThat(answered).as("seed %d, %s to %s", seed, from, to).isEqualTo(cameBack);
        assertThat(trace.paths()).as("seed %d, %s to %s", seed, from, to).contains(trace.taken());
      }
    }
    assertThat(reached)
        .as("seed %d: a network in which nobody is reached proves nothing", seed)
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_unrelated_rules_changes_nothing(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    String inventory = random.inventory();

    assertThat(matrix(Network.of(inventory, random.policy(), random.rules(seed + 1)), random))
        .as("seed %d", seed)
        .isEqualTo(matrix(Network.of(inventory, random.policy(), random.rules(seed)), random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_rule_that_allows_everything_first_is_as_no_rules_at_all(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    String inventory = random.inventory();
    String allow =
        """
        {'/infra/domains/default/security-policies/all': {category: 'Emergency', rules: [
            {id: 'r', action: 'ALLOW'}]}}
        """;

    assertThat(matrix(Network.of(inventory, random.policy(), random.rules(seed), allow), random))
        .as("seed %d", seed)
        .isEqualTo(matrix(Network.of(inventory, random.policy()), random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_routing_step_agrees_with_the_table_of_its_device(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    Network network = Network.of(random.inventory(), random.policy());
    int steps = 0;
    for (String from : random.names()) {
      for (String to : destinations(random)) {
        for (Hop hop : network.trace(from, to).hops()) {
          for (Step step : hop.steps()) {
            if (step instanceof Step.Routed(var entry, var way)) {
              steps++;
              assertThat(entry.ways()).as("seed %d, %s to %s", seed, from, to).contains(way);
              assertThat(
                      network
                          .fabric()
                          .device(hop.device().orElseThrow())
                          .routes()
                          .lookup(hop.after().destination()))
                  .as("seed %d, %s to %s", seed, from, to)
                  .contains(entry);
            }
          }
        }
      }
    }
    assertThat(steps).as("seed %d", seed).isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_probe_that_dies_on_the_way_is_answered_by_the_interface_it_came_in_by(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    Network network = Network.of(random.inventory(), random.policy(), random.rules(seed));
    int answers = 0;
    for (String from : random.names()) {
      for (String to : destinations(random)) {
        for (Hop hop : network.trace(from, to).hops()) {
          if (hop.answer().filter(a -> a.kind() == AnswerKind.TIME_EXCEEDED).isPresent()) {
            answers++;
            assertThat(hop.answer().map(Answer::from))
                .as("seed %d, %s to %s, hop %d", seed, from, to, hop.ttl())
                .isEqualTo(hop.ingress());
          }
        }
      }
    }
    assertThat(answers).as("seed %d", seed).isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void size_matters_only_where_a_packet_is_longer_than_a_link_takes(long seed) {
    RandomNetwork random = new RandomNetwork(seed);
    Network network = Network.of(random.inventory(), random.policy(), random.rules(seed));
    Tracer tracer = new Tracer(network.fabric());
    for (String from : random.names()) {
      for (String to : destinations(random)) {
        if (from.equals(to)) {
          continue;
        }
        Flow flow = network.flow(from, to, Protocol.UDP, 33434);
        Trace plain = tracer.trace(flow);
        assertThat(tracer.trace(flow.withSize(1500, true)).fate())
            .as("seed %d, %s to %s", seed, from, to)
            .isEqualTo(plain.fate());
        assertThat(tracer.trace(flow.withSize(9000, false)).fate())
            .as("seed %d, %s to %s", seed, from, to)
            .isEqualTo(plain.fate());
        assertThat(tracer.trace(flow.withSize(9000, true)).verdict())
            .as("seed %d, %s to %s", seed, from, to)
            .isNotEqualTo(Verdict.REACHED);
      }
    }
  }

  private static List<String> matrix(Network network, RandomNetwork random) {
    List<String> matrix = new ArrayList<>();
    for (String from : random.names()) {
      for (String to : destinations(random)) {
        matrix.add(from + " " + to + " " + network.trace(from, to).verdict());
      }
    }
    return matrix;
  }

  private static List<String> destinations(RandomNetwork random) {
    List<String> destinations = new ArrayList<>(random.names());
    destinations.add("web");
    destinations.add("203.0.113.99");
    destinations.add("10.1.1.99");
    destinations.add("100.64.0.1");
    return destinations;
  }

  private static String print(Optional<Answer> answer) {
    return answer.map(each -> (each.from() + " " + each.kind().mark()).strip()).orElse("*");
  }
}
