package io.nsxsim.topology;

import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workloads by everything that they are called. A directory may stand on another one, of which
 * it leaves some workloads out, so that few changes among many need no new index of all.
 */
public final class Directory {

  private static final int IDS = 3; // most machines have an id, a path and a port

  private final @Nullable Directory below;
  private final Set<String> hidden;
  private final List<Workload> own;
  private final Map<String, List<Workload>> byId;
  private final Map<String, List<Workload>> byName;
  private final Map<IpAddress, List<Workload>> byAddress;
  private final Map<IpAddress, String> dnsNames;

  /**
   * Indexes workloads.
   *
   * @param dnsNames the name that is printed for an address
   */
  public Directory(List<Workload> workloads, Map<IpAddress, String> dnsNames) {
    this(null, Set.of(), workloads, dnsNames);
  }

  private Directory(
      @Nullable Directory below,
      Set<String> hidden,
      List<Workload> own,
      Map<IpAddress, String> dnsNames) {
    this.below = below;
    this.hidden = Set.copyOf(hidden);
    this.own = List.copyOf(own);
    this.dnsNames = Map.copyOf(dnsNames);
    this.byId = HashMap.newHashMap(own.size() * IDS);
    this.byName = HashMap.newHashMap(own.size());
    this.byAddress = HashMap.newHashMap(own.size());
    for (Workload workload : own) {
      workload.ids().forEach(id -> add(byId, id, workload));
      workload.names().forEach(name -> add(byName, name, workload));
      workload.addresses().forEach(address -> add(byAddress, address, workload));
    }
  }

  /**
   * The same directory with other workloads in place of some.
   *
   * @param without device ids of those to leave out
   */
  public Directory with(
      Set<String> without, List<Workload> more, Map<IpAddress, String> moreDnsNames) {
    if (below == null) {
      return new Directory(this, without, more, moreDnsNames);
    }
    Set<String> allHidden = new HashSet<>(hidden);
    allHidden.addAll(without);
    List<Workload> all = new ArrayList<>();
    own.stream().filter(workload -> !without.contains(workload.device())).forEach(all::add);
    all.addAll(more);
    Map<IpAddress, String> names = new HashMap<>(dnsNames);
    names.putAll(moreDnsNames);
    return new Directory(below, allHidden, all, names);
  }

  /** All workloads, in the order of the inventory as far as nothing has changed since. */
  public List<Workload> workloads() {
    return below == null
        ? own
        : Stream.concat(
                below.workloads().stream().filter(workload -> !hidden.contains(workload.device())),
                own.stream())
            .toList();
  }

  /** The workloads of this id or path; if there is none, of this name; if none, of this address. */
  public List<Workload> find(String text) {
    List<Workload> byThisId = found(directory -> directory.byId.get(text));
    if (!byThisId.isEmpty()) {
      return byThisId;
    }
    List<Workload> byThisName = found(directory -> directory.byName.get(text));
    return byThisName.isEmpty()
        ? IpAddress.parse(text).map(this::at).orElse(List.of())
        : byThisName;
  }

  /** The workloads with this address. */
  public List<Workload> at(IpAddress address) {
    return found(directory -> directory.byAddress.get(address));
  }

  /** The name printed for an address. */
  public Optional<String> dnsName(IpAddress address) {
    String name = dnsNames.get(address);
    return name == null && below != null ? below.dnsName(address) : Optional.ofNullable(name);
  }

  private List<Workload> found(Function<Directory, @Nullable List<Workload>> index) {
    List<Workload> all = new ArrayList<>();
    if (below != null) {
      for (Workload workload : below.found(index)) {
        if (!hidden.contains(workload.device())) {
          all.add(workload);
        }
      }
    }
    List<Workload> here = index.apply(this);
    if (here != null) {
      all.addAll(here);
    }
    return List.copyOf(all);
  }

  private static <K> void add(Map<K, List<Workload>> index, K key, Workload workload) {
    index.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(workload);
  }
}
