package io.nsxsim.datapath;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.simulation.MemberHealth;
import io.nsxsim.simulation.Options;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Fabric;
import io.nsxsim.topology.ServerPool;
import io.nsxsim.topology.VirtualServer;
import io.nsxsim.topology.reader.FabricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How pools and virtual servers are, as the monitors find their members in the network as it is
 * now. The words are those of NSX's status; a pool of which no enabled virtual server makes use is
 * UNKNOWN.
 */
@Component
public class LoadBalancers {

  private static final String UP = "UP";
  private static final String DOWN = "DOWN";

  private final FabricSource source;
  private final Options options;

  LoadBalancers(FabricSource source, Options options) {
    this.source = source;
    this.options = options;
  }

  private record Use(Device gateway, VirtualServer server, ServerPool pool) {}

  /** The status of a pool. */
  public String pool(PolicyPath pool) {
    return uses(source.current(), pool).findFirst().map(this::status).orElse("UNKNOWN");
  }

  /** The status of a pool's member, by its address. */
  public String member(PolicyPath pool, String address) {
    Fabric fabric = source.current();
    Optional<Use> use = uses(fabric, pool).findFirst();
    return use.stream()
        .flatMap(each -> each.pool().members().stream())
        .filter(member -> member.address().toString().equals(address))
        .findFirst()
        .map(member -> status(member, use.get(), new MemberHealth(fabric, options)))
        .orElse("UNKNOWN");
  }

  /** The status of a virtual server: that of its pool. One that no gateway has is DETACHED. */
  public String server(PolicyPath server) {
    Fabric fabric = source.current();
    for (Device gateway : fabric.devices().values()) {
      for (VirtualServer each : gateway.services().virtualServers()) {
        if (each.path().equals(server)) {
          return each.pools().isEmpty()
              ? "DETACHED"
              : status(new Use(gateway, each, each.pools().getFirst()));
        }
      }
    }
    return "DETACHED";
  }

  private static Stream<Use> uses(Fabric fabric, PolicyPath pool) {
    return fabric.devices().values().stream()
        .filter(device -> !device.services().virtualServers().isEmpty())
        .flatMap(device ->
            device.services().virtualServers().stream()
                .flatMap(server ->
                    server.pools().stream()
                        .filter(each -> each.path().equals(pool))
                        .map(each -> new Use(device, server, each))));
  }

  private String status(Use use) {
    MemberHealth health = new MemberHealth(source.current(), options);
    List<String> primary = new ArrayList<>();
    List<String> backup = new ArrayList<>();
    for (ServerPool.Member member : use.pool().members()) {
      (member.backup() ? backup : primary).add(status(member, use, health));
    }
    long up = primary.stream().filter(UP::equals).count();
    if (up > 0 && up >= use.pool().leastActive()) {
      return up == primary.size() ? UP : "PARTIALLY_UP";
    }
    return backup.contains(UP) ? "PRIMARY_DOWN" : DOWN;
  }

  private static String status(ServerPool.Member member, Use use, MemberHealth health) {
    if (!member.enabled()) {
      return "DISABLED";
    }
    return health.isUp(use.gateway(), use.server(), use.pool(), member) ? UP : DOWN;
  }
}
