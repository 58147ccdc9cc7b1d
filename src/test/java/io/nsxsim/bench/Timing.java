package io.nsxsim.bench;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.*;
import io.nsxsim.topology.*;
import java.util.*;

public class Timing {
  public static void main(String[] a) {
    LargeNetwork n = new LargeNetwork(500, 10, 20);
    for (int i = 0; i < 3; i++) {
      long t = System.nanoTime();
      var fresh = new io.nsxsim.topology.reader.FabricSource(n, n);
      fresh.current();
      System.out.printf("full %.0f ms%n", (System.nanoTime() - t) / 1e6);
    }
    n.source().current();
    for (int i = 0; i < 12; i++) {
      long t = System.nanoTime();
      n.changeRule(i, "DROP");
      n.source().current();
      long u = System.nanoTime();
      n.moveSegment(i, 0, "10." + i + ".99.1/24");
      n.source().current();
      long v = System.nanoTime();
      n.tag(i * 100, "g7");
      n.source().current();
      long w = System.nanoTime();
      System.out.printf("rule %.1f segment %.1f tag %.1f ms%n", (u - t) / 1e6, (v - u) / 1e6, (w - v) / 1e6);
    }
    Fabric f = n.source().current();
    Tracer tracer = new Tracer(f);
    Random r = new Random(1);
    List<Workload> ws = f.directory().workloads();
    Flow[] flows = new Flow[2000];
    for (int i = 0; i < flows.length; i++) {
      Workload x = ws.get(r.nextInt(ws.size())), y = ws.get(r.nextInt(ws.size()));
      if (x.addresses().isEmpty() || y.addresses().isEmpty()) { i--; continue; }
      IpAddress to = r.nextInt(4) == 0 ? IpAddress.of("203.0.113.9") : y.addresses().getFirst();
      flows[i] = new Flow(x.device(), x.addresses().getFirst(), to, Protocol.TCP, 40000, 443);
    }
    Map<Object, Integer> fates = new TreeMap<>();
    for (int round = 0; round < 30; round++) {
      long[] times = new long[flows.length];
      for (int i = 0; i < flows.length; i++) {
        long t = System.nanoTime();
        Trace trace = tracer.trace(flows[i]);
        times[i] = System.nanoTime() - t;
        if (round == 0) fates.merge(trace.fate(), 1, Integer::sum);
      }
      Arrays.sort(times);
      if (round % 5 == 4) System.out.printf("trace median %.1f us p90 %.1f%n", times[times.length / 2] / 1e3, times[times.length * 9 / 10] / 1e3);
    }
    System.out.println(fates);
  }
}
