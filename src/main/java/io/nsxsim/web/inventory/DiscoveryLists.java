package io.nsxsim.web.inventory;

import io.nsxsim.inventory.discovered.DiscoveredInterface;
import io.nsxsim.inventory.discovered.DiscoveredMachine;
import io.nsxsim.inventory.discovered.Discovery;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lists of machines and interfaces, which NSX offers under several addresses. */
@Component
class DiscoveryLists {

  private static final Map<String, Function<DiscoveredMachine, String>> MACHINE_ORDERS =
      Map.of(
          "display_name", DiscoveredMachine::displayName,
          "external_id", DiscoveredMachine::externalId,
          "power_state", machine -> machine.powerState().name(),
          "type", DiscoveredMachine::type);

  private static final Map<String, Function<DiscoveredInterface, String>> INTERFACE_ORDERS =
      Map.of(
          "display_name", DiscoveredInterface::displayName,
          "external_id", DiscoveredInterface::externalId,
          "device_name", DiscoveredInterface::deviceName,
          "owner_vm_id", DiscoveredInterface::ownerId,
          "mac_address", DiscoveredInterface::macAddress,
          "lport_attachment_id", DiscoveredInterface::attachmentId);

  private static final PolicyPath EVERYWHERE = new PolicyPath("/infra");

  private final Discovery discovery;

  DiscoveryLists(Discovery discovery) {
    this.discovery = discovery;
  }

  /** All machines. */
  ResultPage machines(Map<String, String> parameters) {
    return machines(EVERYWHERE, parameters);
  }

  /** Machines of a space; of the filters, {@code host_id} fits none, as hosts are unknown. */
  ResultPage machines(PolicyPath space, Map<String, String> parameters) {
    ListQuery query = ListQuery.of(parameters);
    Stream<DiscoveredMachine> machines = discovery.machinesIn(space);
    machines = query.filter(machines, "display_name", DiscoveredMachine::displayName);
    machines = query.filter(machines, "external_id", DiscoveredMachine::externalId);
    machines = query.filter(machines, "host_id", machine -> "");
    String excluded = parameters.getOrDefault("exclude_vm_type", "");
    return query.page(machines.filter(machine -> !machine.type().equals(excluded)), MACHINE_ORDERS);
  }

  /** Interfaces; {@code vm_id} and {@code owner_vm_id} take either form of a machine's id. */
  ResultPage interfaces(Map<String, String> parameters) {
    ListQuery query = ListQuery.of(parameters);
    String owner = parameters.getOrDefault("owner_vm_id", parameters.getOrDefault("vm_id", ""));
    Stream<DiscoveredInterface> interfaces =
        owner.isEmpty() ? discovery.interfaces() : discovery.interfacesOf(owner);
    interfaces = query.filter(interfaces, "lport_attachment_id", DiscoveredInterface::attachmentId);
    interfaces = query.filter(interfaces, "host_id", found -> "");
    return query.page(interfaces, INTERFACE_ORDERS);
  }
}
