package io.nsxsim.bench;

import io.nsxsim.net.Protocol;
import io.nsxsim.reachability.Matrix;
import io.nsxsim.reachability.Request;
import io.nsxsim.simulation.Flow;
import io.nsxsim.simulation.Options;
import io.nsxsim.simulation.Trace;
import io.nsxsim.simulation.Tracer;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Workload;
import io.nsxsim.topology.reader.FabricSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/** 500 tier-1s, 5,000 segments and 100,000 machines, in process. */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NetworkBenchmark {

  private static final int FLOWS = 4096;
  private static final int SIDE = 10_000;

  private LargeNetwork network = new LargeNetwork(1, 1, 1);
  private Tracer tracer = new Tracer(network.source().current());
  private Fabric fabric = network.source().current();
  private List<Flow> flows = List.of();
  private int next;

  /** Builds the network once. */
  @Setup
  public void build() {
    network = new LargeNetwork(500, 10, 20);
    fabric = network.source().current();
    tracer = new Tracer(fabric);
    Random random = new Random(1);
    List<Workload> all = fabric.directory().workloads();
    flows =
        random
            .ints(FLOWS, 0, all.size() - 1)
            .mapToObj(from -> flow(all.get(from), all.get(random.nextInt(all.size() - 1))))
            .toList();
  }

  private static Flow flow(Workload from, Workload to) {
    return new Flow(
        from.device(),
        from.addresses().getFirst(),
        to.addresses().getFirst(),
        Protocol.TCP,
        40000,
        443);
  }

  /** Everything is read. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 3)
  @Measurement(iterations = 5)
  public Fabric readEverything() {
    return new FabricSource(network, network).current();
  }

  /** One firewall rule has changed. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 40)
  @Measurement(iterations = 40)
  public Fabric readAfterAChangeOfARule() {
    next++;
    network.changeRule(next % 200, next % 2 == 0 ? "DROP" : "ALLOW");
    return network.source().current();
  }

  /** One segment, with 20 machines, has another subnet. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 40)
  @Measurement(iterations = 40)
  public Fabric readAfterAChangeOfASegment() {
    next++;
    network.moveSegment(next % 250, 0, "10.%d.99.1/24".formatted(next % 250));
    return network.source().current();
  }

  /** One machine has another tag. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 40)
  @Measurement(iterations = 40)
  public Fabric readAfterAChangeOfATag() {
    next++;
    network.tag(next * 100 % 100_000, "g" + next % 50);
    return network.source().current();
  }

  /** One trace; the median is among the percentiles. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 5, time = 2)
  @Measurement(iterations = 5, time = 2)
  public Trace trace() {
    next++;
    return tracer.trace(flows.get(next % FLOWS));
  }

  /** All pairs of 10,000 machines. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 2)
  @Measurement(iterations = 5)
  public Map<?, Long> matrix() {
    List<Workload> side = fabric.directory().workloads().subList(0, SIDE);
    return new Matrix(fabric, Options.DEFAULT, new Request(side, side, Protocol.TCP, 443)).counts();
  }
}
