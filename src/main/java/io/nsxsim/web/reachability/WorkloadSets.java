package io.nsxsim.web.reachability;

import io.nsxsim.error.Reason;
import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Workload;
import io.nsxsim.topology.reader.EffectiveMembers;
import io.nsxsim.topology.reader.ResolvedGroups;
import io.nsxsim.web.simulation.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sets of workloads by what people call them: {@code all}, a name, id, address or path of a
 * workload, a network or range, the path of a group, of a segment, or of a gateway (everything on
 * its segments).
 */
public final class WorkloadSets {

  private final Fabric fabric;
  private final Supplier<ResolvedGroups> groups;

  WorkloadSets(Fabric fabric, Supplier<ResolvedGroups> groups) {
    this.fabric = fabric;
    this.groups = groups;
  }

  /** The workloads of all the texts, each once; refuses a text that means nobody. */
  List<Workload> find(String field, List<String> texts) {
    if (texts.isEmpty()) {
      throw Question.refused(Reason.INVALID_PARAMETER, field, field + " is missing");
    }
    Map<String, Workload> found = new LinkedHashMap<>();
    for (String text : texts) {
      one(field, text.strip()).forEach(each -> found.putIfAbsent(each.device(), each));
    }
    return List.copyOf(found.values());
  }

  private Collection<Workload> one(String field, String text) {
    if (text.equals("all")) {
      return fabric.directory().workloads();
    }
    List<Workload> named = fabric.directory().find(text);
    if (!named.isEmpty()) {
      return named;
    }
    Optional<AddressRange> range = AddressRange.parse(text);
    if (range.isPresent()) {
      AddressSet addresses = AddressSet.of(List.of(range.get()));
      return known(field, text, each -> hasAddressIn(each, addresses));
    }
    return PolicyPath.isPolicyPath(text)
        ? at(field, new PolicyPath(text))
        : known(field, text, each -> false);
  }

  private Collection<Workload> at(String field, PolicyPath path) {
    Optional<EffectiveMembers> members = groups.get().of(path);
    if (members.isPresent()) {
      return membersOf(members.get());
    }
    Device gateway = fabric.devices().get(path.value());
    if (gateway != null) {
      Set<String> links =
          gateway.interfaces().stream().map(Interface::link).collect(Collectors.toSet());
      return known(
          field,
          path.value(),
          each ->
              !each.device().equals(gateway.id())
                  && fabric.device(each.device()).interfaces().stream()
                      .anyMatch(end -> links.contains(end.link())));
    }
    String ports = path.value() + "/ports/";
    return known(
        field, path.value(), each -> each.ids().stream().anyMatch(id -> id.startsWith(ports)));
  }

  /** A group may be empty; whoever has a member's address or port is in it. */
  private List<Workload> membersOf(EffectiveMembers members) {
    Set<String> ids = new HashSet<>();
    members.ports().forEach(port -> ids.add(port.path().value()));
    members.machines().forEach(machine -> ids.add(machine.id()));
    List<AddressRange> ranges = new ArrayList<>();
    members.addresses().forEach(text -> AddressRange.parse(text).ifPresent(ranges::add));
    AddressSet addresses = AddressSet.of(ranges);
    return fabric.directory().workloads().stream()
        .filter(
            each -> each.ids().stream().anyMatch(ids::contains) || hasAddressIn(each, addresses))
        .toList();
  }

  private static boolean hasAddressIn(Workload workload, AddressSet addresses) {
    return workload.addresses().stream().anyMatch(addresses::contains);
  }

  private List<Workload> known(String field, String text, Predicate<Workload> isMeant) {
    List<Workload> found = fabric.directory().workloads().stream().filter(isMeant).toList();
    if (found.isEmpty()) {
      throw Question.refused(
          Reason.NOT_FOUND,
          field,
          "No workload, group, segment, gateway or network with workloads is called " + text);
    }
    return found;
  }
}
