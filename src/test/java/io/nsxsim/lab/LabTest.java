package io.nsxsim.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.nsxsim.lab.RandomTopology.Question;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/**
 * The exported lab at work: the real {@code traceroute}, {@code ping} and {@code nc} against the
 * answers over HTTP. Runs with {@code ./mvnw verify -Plab}, as root; {@code -Dlab.topologies} says
 * how many random networks, {@code -Dlab.seed} where their seeds start.
 */
@Tag("lab")
@SpringBootTest(webEnvironment = DEFINED_PORT)
class LabTest {

  private static final int TOPOLOGIES = Integer.getInteger("lab.topologies", 25);
  private static final long FIRST_SEED = Long.getLong("lab.seed", 1);
  private static final int QUESTIONS = 24;
  private static final int MOST_HOPS = 12;
  private static final int FLOWS = 24;
  private static final int COMPARED_IN_FULL = 2;

  @Autowired private ApplicationContext context;
  private final AtomicInteger sourcePort = new AtomicInteger(40000);
  private final AtomicInteger inFull = new AtomicInteger();

  @BeforeEach
  void a_lab_can_be_built_here() {
    String obstacle = LabBox.obstacle();
    if (!obstacle.isEmpty()) {
      System.out.println("skipped: no Linux lab, because " + obstacle);
    }
    Assumptions.assumeTrue(obstacle.isEmpty(), "skipped: no Linux lab, because " + obstacle);
  }

  @Test
  void the_reference_scenario_is_the_same_in_linux() throws Exception {
    post("/nsxsim/api/v1/reset?scenario=vsphere-with-tanzu");
    List<Question> questions =
        List.of(
            new Question("busybox1", "142.250.189.238", "udp", 0),
            new Question("busybox1", "10.244.0.18", "udp", 0),
            new Question("busybox1", "10.203.182.134", "udp", 0),
            new Question("cormac-podvm", "10.244.0.67", "udp", 0),
            new Question("cormac-podvm", "10.203.182.134", "tcp", 443),
            new Question("google", "10.203.182.134", "udp", 0));
    try (LabBox box = new LabBox(get("/nsxsim/api/v1/lab"))) {
      for (Question question : questions) {
        assertThat(eitherLink(real(box, question, 30)))
            .as(question.toString())
            .isEqualTo(eitherLink(simulated(question, 30)));
      }
    }
  }

  @Test
  void random_networks_are_the_same_in_linux() throws Exception {
    Map<String, String> differences = new TreeMap<>();
    List<Question> traces = new ArrayList<>();
    for (long seed : LongStream.range(FIRST_SEED, FIRST_SEED + TOPOLOGIES).toArray()) {
      RandomTopology topology = new RandomTopology(seed);
      load(topology);
      inFull.set(0);
      List<Question> questions = topology.questions(QUESTIONS);
      try (LabBox box = new LabBox(get("/nsxsim/api/v1/lab"))) {
        topology.listeners().forEach(each -> box.serve(each, "nc", "-lk", "8443"));
        for (Map.Entry<Question, String> found : compare(box, questions).entrySet()) {
          differences.put(seed + "," + found.getKey(), found.getValue());
          System.out.println("lab: " + seed + "," + found.getKey() + ": " + found.getValue());
        }
      }
      traces.addAll(questions);
    }
    Map<String, String> expected = expected();
    Set<String> asked = new HashSet<>(differences.keySet());
    long about = traces.stream().filter(Question::isAboutVpc).count();
    System.out.printf(
        "lab: %d topologies from seed %d, %d traces, %d with VPCs, %d differences%n",
        TOPOLOGIES, FIRST_SEED, traces.size(), about, differences.size());
    assertThat(differences.keySet().stream().filter(key -> !expected.containsKey(key)))
        .as("differences that are not in lab/expected-differences.csv")
        .isEmpty();
    assertThat(
            expected.keySet().stream()
                .filter(key -> isRun(Long.parseLong(key.substring(0, key.indexOf(',')))))
                .filter(key -> !asked.contains(key)))
        .as("expected differences that have gone; take them out of the list")
        .isEmpty();
  }

  /** Which of the two router links of cormac-ns it is, Linux chooses by a hash of its own. */
  private static List<String> eitherLink(List<String> hops) {
    return hops.stream().map(hop -> hop.replace("100.64.136.0", "100.64.144.0")).toList();
  }

  private static boolean isRun(long seed) {
    return seed >= FIRST_SEED && seed < FIRST_SEED + TOPOLOGIES;
  }

  /** What still differs when asked once more, alone: a kernel sends few errors in a second. */
  private Map<Question, String> compare(LabBox box, List<Question> questions) throws Exception {
    Map<Question, Callable<String>> tasks =
        questions.stream()
            .distinct()
            .collect(Collectors.toMap(each -> each, each -> () -> difference(box, each)));
    Map<Question, String> differences = new LinkedHashMap<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(6)) {
      Map<Question, Future<String>> running = new LinkedHashMap<>();
      tasks.forEach((question, task) -> running.put(question, workers.submit(task)));
      for (Map.Entry<Question, Future<String>> each : running.entrySet()) {
        String difference = each.getValue().get();
        if (!difference.isEmpty()) {
          differences.put(each.getKey(), difference);
        }
      }
    }
    differences.replaceAll((question, before) -> difference(box, question));
    differences.values().removeIf(String::isEmpty);
    return differences;
  }

  /** What is different; empty if nothing is. */
  private String difference(LabBox box, Question question) {
    JsonPath trace = trace(question);
    if (trace.getList("paths").size() > 1) {
      return differentPaths(box, question);
    }
    List<String> real = real(box, question);
    List<String> simulated = simulated(question);
    if (!real.equals(simulated) && !paced(box, question, simulated).equals(answering(simulated))) {
      return "lab " + real + ", simulation " + simulated;
    }
    return differentEnd(box, question, trace);
  }

  /**
   * Many flows with fixed ports: each real way must be a simulated one, and where all flows are
   * sent, none may be missing.
   */
  private String differentPaths(LabBox box, Question question) {
    boolean full = inFull.getAndIncrement() < COMPARED_IN_FULL;
    List<Question> flows =
        IntStream.range(33500, 33500 + FLOWS)
            .mapToObj(port -> new Question(question.from(), question.to(), "udp", port))
            .toList();
    Set<List<String>> simulated =
        flows.stream().map(flow -> answering(simulated(flow))).collect(Collectors.toSet());
    int longest = simulated.stream().mapToInt(List::size).max().orElse(0);
    Set<List<String>> real =
        flows.stream()
            .limit(full ? FLOWS : 1)
            .map(flow -> answering(real(box, flow, Math.min(MOST_HOPS, longest + 1))))
            .collect(Collectors.toSet());
    boolean same = full ? real.equals(simulated) : simulated.containsAll(real);
    return same ? "" : "lab " + real + ", simulation " + simulated;
  }

  /** Once more, so slowly that no kernel withholds an error, and no further than expected. */
  private List<String> paced(LabBox box, Question question, List<String> simulated) {
    int expected = Math.min(MOST_HOPS, answering(simulated).size() + 1);
    return answering(real(box, question, expected, "-N", "1", "-z", "1.1"));
  }

  /** The hops up to the last that answers; waiting for the silence after it takes long. */
  private static List<String> answering(List<String> hops) {
    int end = hops.size();
    while (end > 0 && hops.get(end - 1).equals("*")) {
      end--;
    }
    return hops.subList(0, end);
  }

  /** Whether ping or a connection gets through. */
  private String differentEnd(LabBox box, Question question, JsonPath trace) {
    boolean arrives =
        trace.getString("verdict").equals("REACHED")
            && "REACHED".equals(trace.getString("return_path.verdict"));
    if (question.protocol().equals("icmp")) {
      boolean answered =
          box.succeeds(question.from(), "ping", "-n", "-c", "1", "-W", "1", question.to());
      return answered == arrives ? "" : "ping: lab " + answered + ", simulation " + arrives;
    }
    return "";
  }

  private List<String> real(LabBox box, Question question) {
    return real(box, question, MOST_HOPS);
  }

  private List<String> real(LabBox box, Question question, int mostHops, String... more) {
    List<String> command =
        new ArrayList<>(List.of("traceroute", "-n", "-q", "1", "-w", "0.7", "-m"));
    command.add(String.valueOf(mostHops));
    switch (question.protocol()) {
      case "icmp" -> command.add("-I");
      case "tcp" -> command.addAll(List.of("-T", "-p", String.valueOf(question.port())));
      default -> {
        if (question.port() > 0) {
          command.addAll(List.of("-U", "-p", String.valueOf(question.port())));
          command.add("--sport=" + sourcePort.getAndIncrement());
        }
      }
    }
    command.addAll(List.of(more));
    command.add(question.to());
    return Hops.of(box.run(question.from(), command.toArray(String[]::new)));
  }

  private List<String> simulated(Question question) {
    return simulated(question, MOST_HOPS);
  }

  private List<String> simulated(Question question, int mostHops) {
    return Hops.of(
        get(
            "/nsxsim/api/v1/traceroute?style=linux&queries=1&max_hops=%d&%s"
                .formatted(mostHops, question.query())));
  }

  private JsonPath trace(Question question) {
    String port = question.port() > 0 ? ", \"port\": " + question.port() : "";
    return RunningServer.in(context)
        .plainAdmin()
        .contentType("application/json")
        .body(
            "{\"from\": \"%s\", \"to\": \"%s\", \"protocol\": \"%s\"%s}"
                .formatted(question.from(), question.to(), question.protocol(), port))
        .post("/nsxsim/api/v1/traces")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void load(RandomTopology topology) {
    post("/nsxsim/api/v1/reset?scenario=none");
    topology.policies().forEach((path, body) -> send("/policy/api/v1" + path, body, true));
    send("/nsxsim/api/v1/inventory", topology.inventory(), false);
  }

  private void send(String path, String body, boolean isPatch) {
    var request = RunningServer.in(context).plainAdmin().contentType("application/json").body(body);
    var response = isPatch ? request.patch(path) : request.put(path);
    assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(200);
  }

  private void post(String path) {
    RunningServer.in(context).plainAdmin().post(path).then().statusCode(200);
  }

  private String get(String path) {
    return RunningServer.in(context)
        .plainAdmin()
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static Map<String, String> expected() throws IOException {
    try (InputStream file = LabTest.class.getResourceAsStream("/lab/expected-differences.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(
              Collectors.toMap(
                  line -> String.join(",", List.of(line.split(",")).subList(0, 5)),
                  line -> line.substring(line.lastIndexOf(',') + 1)));
    }
  }
}
