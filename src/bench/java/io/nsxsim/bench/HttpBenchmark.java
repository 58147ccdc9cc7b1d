package io.nsxsim.bench;

import io.nsxsim.NsxSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Traces over HTTP against plain reads of one object, on the reference scenario. */
@State(Scope.Benchmark)
@Fork(1)
@Threads(4)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class HttpBenchmark {

  private static final String PORT = "18080";
  private static final String BASE = "http://127.0.0.1:" + PORT;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext server =
      SpringApplication.run(
          NsxSimulator.class,
          "--nsxsim.http.port=" + PORT,
          "--nsxsim.https.port=-1",
          "--nsxsim.scenario=vsphere-with-tanzu");
  private HttpRequest object = request("/policy/api/v1/infra/domains/default").build();
  private HttpRequest trace = object;
  private HttpRequest longTrace = object;

  /** Writes the requests once. */
  @Setup
  public void prepare() {
    object = request("/policy/api/v1/infra/domains/default").build();
    trace = trace("cormac-podvm", "harbor-podvm");
    longTrace = trace("busybox1", "google.com");
  }

  /** Stops the server. */
  @TearDown
  public void stop() {
    client.close();
    server.close();
  }

  /** A GET of one object. */
  @Benchmark
  public int read() throws IOException, InterruptedException {
    return send(object);
  }

  /** A trace between machines of two tier-1s: four hops and the way back. */
  @Benchmark
  public int trace() throws IOException, InterruptedException {
    return send(trace);
  }

  /** A trace from a pod to the outside: nineteen hops and the way back. */
  @Benchmark
  public int longTrace() throws IOException, InterruptedException {
    return send(longTrace);
  }

  private int send(HttpRequest request) throws IOException, InterruptedException {
    var response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("Answered " + response.statusCode());
    }
    return response.body().length;
  }

  private static HttpRequest trace(String from, String to) {
    String body = "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    return request("/nsxsim/api/v1/traces")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest.Builder request(String path) {
    String login =
        Base64.getEncoder().encodeToString("admin:nsxsim".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(BASE + path)).header("Authorization", "Basic " + login);
  }
}
