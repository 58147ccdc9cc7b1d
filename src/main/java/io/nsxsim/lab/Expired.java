package io.nsxsim.lab;

import io.nsxsim.net.AddressSet;
import java.util.List;

/**
 * What expires at a gateway that would have translated it without keeping a session. NSX's gateway
 * says so by its own address. Linux keeps sessions, and would say so by the address that was asked
 * for; so here such a packet is not translated, and led away from the local addresses to expire.
 */
final class Expired {

  private static final String MARK = "0x68";
  private static final int TABLE = 68;

  private Expired() {}

  /** Lines of a chain about packets to some addresses. */
  static List<String> lines(String interfaces, AddressSet addresses) {
    return Matches.address("daddr", addresses, false, false).stream()
        .map(match -> interfaces + match + " ip ttl 1 meta mark set " + MARK + " notrack")
        .toList();
  }

  /** Adds the chain, and routes for what it marks. */
  static void add(Namespace namespace, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    namespace.filter("expired", "filter hook prerouting priority raw", lines);
    String anywhere = namespace.ports().getFirst().name();
    namespace.command(false, "route add default dev " + anywhere + " table " + TABLE);
    namespace.command(false, "rule add pref 10 fwmark " + MARK + " lookup " + TABLE);
    namespace.command(false, "rule add pref 20 lookup local");
    namespace.command(false, "rule del pref 0");
  }
}
