package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workloads by everything that they are called. */
public final class Directory {

  private final List<Workload> workloads;
  private final Map<String, List<Workload>> byId = new HashMap<>();
  private final Map<String, List<Workload>> byName = new HashMap<>();
  private final Map<IpAddress, List<Workload>> byAddress = new HashMap<>();
  private final Map<IpAddress, String> dnsNames;

  /**
   * Indexes workloads.
   *
   * @param dnsNames the name that is printed for an address
   */
  public Directory(List<Workload> workloads, Map<IpAddress, String> dnsNames) {
    this.workloads = List.copyOf(workloads);
    this.dnsNames = Map.copyOf(dnsNames);
    for (Workload workload : workloads) {
      workload.ids().forEach(id -> add(byId, id, workload));
      workload.names().forEach(name -> add(byName, name, workload));
      workload.addresses().forEach(address -> add(byAddress, address, workload));
    }
  }

  /** All workloads, in the order of the inventory. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** The workloads of this id or path; if there is none, of this name; if none, of this address. */
  public List<Workload> find(String text) {
    if (byId.containsKey(text)) {
      return List.copyOf(byId.getOrDefault(text, List.of()));
    }
    if (byName.containsKey(text)) {
      return List.copyOf(byName.getOrDefault(text, List.of()));
    }
    return IpAddress.parse(text).map(this::at).orElse(List.of());
  }

  /** The workloads with this address. */
  public List<Workload> at(IpAddress address) {
    return List.copyOf(byAddress.getOrDefault(address, List.of()));
  }

  /** The name printed for an address. */
  public Optional<String> dnsName(IpAddress address) {
    return Optional.ofNullable(dnsNames.get(address));
  }

  private static <K> void add(Map<K, List<Workload>> index, K key, Workload workload) {
    index.computeIfAbsent(key, absent -> new ArrayList<>()).add(workload);
  }
}
