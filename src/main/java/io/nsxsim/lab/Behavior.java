package io.nsxsim.lab;

import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.List;

/**
 * What is not known of NSX and the simulation can be told otherwise; a lab is built the same way.
 *
 * @param reportsNoRoute whether a gateway without a route says so by ICMP
 * @param reportsMissingHost whether a gateway says by ICMP that nobody answers ARP
 */
public record Behavior(boolean reportsNoRoute, boolean reportsMissingHost) {

  /** Later than any route of NSX's. */
  private static final int LAST = 255;

  /** Makes a gateway as silent as it is to be. */
  void apply(Gateway gateway) {
    Namespace namespace = gateway.namespace();
    if (!reportsNoRoute) {
      namespace.route(Cidr.ALL_IPV4, LAST, new Namespace.Way.Nowhere());
      namespace.route(Cidr.ALL_IPV6, LAST, new Namespace.Way.Nowhere());
    }
    List<String> silent = new ArrayList<>();
    if (!reportsMissingHost) {
      silent.add("icmp type destination-unreachable icmp code host-unreachable drop");
      silent.add("icmpv6 type destination-unreachable icmpv6 code addr-unreachable drop");
    }
    namespace.filter("silence", "filter hook output priority 10", silent);
  }
}
