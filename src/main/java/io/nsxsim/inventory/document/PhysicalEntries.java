package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Ecmp;
import io.nsxsim.inventory.EdgeNode;
import io.nsxsim.inventory.ExternalHost;
import io.nsxsim.inventory.PhysicalRouter;
import io.nsxsim.inventory.RouterLink;
import java.util.Map;

/**
 * Reads what lies outside the machines: routers, hosts, router links, edges, the choice of paths.
 */
final class PhysicalEntries {

  private static final Map<String, Ecmp.Hash> HASHES = Words.of(Ecmp.Hash.values());

  private static final Map<String, EdgeNode.State> STATES = Words.of(EdgeNode.State.values());

  private PhysicalEntries() {}

  static PhysicalRouter router(Entry entry) {
    String id = entry.required("id", Form.ID);
    return new PhysicalRouter(
        id,
        entry.text("display_name", Form.TEXT, id),
        entry.objects("interfaces", PhysicalEntries::routerInterface),
        entry.objects("routes", PhysicalEntries::route));
  }

  static ExternalHost host(Entry entry) {
    String id = entry.required("id", Form.ID);
    return new ExternalHost(
        id,
        entry.text("display_name", Form.TEXT, id),
        entry.required("ip_address", Form.ADDRESS),
        entry.texts("dns_names", Form.DNS_NAME),
        entry.required("router_id", Form.ID),
        entry.objects("hops", PhysicalEntries::hop));
  }

  static RouterLink routerLink(Entry entry) {
    return new RouterLink(
        entry.required("tier1_path", Form.LOWER_GATEWAY_PATH),
        entry.required("network", Form.LINK_NETWORK));
  }

  static EdgeNode edgeNode(Entry entry) {
    return new EdgeNode(
        entry.required("id", Form.ID), entry.choice("state", STATES, EdgeNode.State.UP));
  }

  static Ecmp ecmp(Entry entry) {
    return new Ecmp(
        entry.choice("hash", HASHES, Ecmp.DEFAULT.hash()),
        entry.number("seed", Long.MIN_VALUE, Long.MAX_VALUE, Ecmp.DEFAULT.seed()));
  }

  private static PhysicalRouter.Interface routerInterface(Entry entry) {
    return new PhysicalRouter.Interface(entry.required("address", Form.INTERFACE_ADDRESS));
  }

  private static PhysicalRouter.Route route(Entry entry) {
    return new PhysicalRouter.Route(
        entry.required("network", Form.NETWORK), entry.texts("next_hops", Form.ADDRESS));
  }

  private static ExternalHost.Hop hop(Entry entry) {
    return new ExternalHost.Hop(
        entry.text("ip_address", Form.ADDRESS), entry.text("dns_name", Form.DNS_NAME));
  }
}
