package io.nsxsim.topology.reader;

import io.nsxsim.topology.Interface;
import java.util.ArrayList;
import java.util.List;

/** A session that is up: the tier-0's ends of it, and the router on the other side. */
record BgpSession(Document neighbor, List<Interface> ends, Interface peer) {

  /** Routes of the session's own family are told; those of the other are left out. */
  boolean ipv6() {
    return peer.ip().orElseThrow().ipv6();
  }

  String remoteAs() {
    return neighbor.text("remote_as_num").orElse("");
  }

  /** The filters in a field of the neighbor, and in that of the family's own part. */
  List<String> filters(String field) {
    List<String> found = new ArrayList<>(neighbor.texts(field));
    String own = ipv6() ? "IPV6" : "IPV4";
    for (Document family : neighbor.objects("route_filtering")) {
      if (family.text("address_family").orElse("IPV4").equals(own)) {
        found.addAll(family.texts(field));
      }
    }
    return found;
  }
}
