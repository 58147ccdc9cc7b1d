package io.nsxsim.imports;

import io.nsxsim.engine.Remark;
import io.nsxsim.engine.Remark.Effect;
import io.nsxsim.net.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads network cards as a manager shows them (VIFs). */
final class ToldCards {

  private static final String UNICAST_MAC = "[0-9a-f][02468ace](:[0-9a-f]{2}){5}";

  private final Ports ports;
  private final List<Remark> remarks;
  private final Set<String> pluggedIn = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  ToldCards(Ports ports, List<Remark> remarks) {
    this.ports = ports;
    this.remarks = remarks;
  }

  /** Reads a card of a machine and adds it to its interfaces if it is plugged in. */
  void read(JsonNode card, String machine, ArrayNode interfaces) {
    String name =
        "/interfaces/" + card.path("device_name").asString(String.valueOf(interfaces.size()));
    String attachment = card.path("lport_attachment_id").asString("");
    Optional<String> port = ports.find(attachment);
    if (port.isEmpty()) {
      String reason =
          attachment.isEmpty()
              ? "It is plugged into no segment port."
              : "No segment port has the attachment " + attachment + ".";
      remark(machine, name, reason);
    } else if (!pluggedIn.add(port.get())) {
      remark(machine, name, "Another card is plugged into " + port.get() + ".");
    } else {
      ObjectNode end = interfaces.addObject().put("segment_port_path", port.get());
      String segment = port.get().substring(0, port.get().lastIndexOf("/ports/"));
      readMac(card, machine, name, segment, end);
      readAddresses(card, machine, name, segment, end.putArray("ip_addresses"));
    }
  }

  private void readMac(JsonNode card, String machine, String name, String segment, ObjectNode end) {
    String mac = card.path("mac_address").asString("").toLowerCase(Locale.ROOT);
    if (mac.matches(UNICAST_MAC) && taken.add(segment + " " + mac)) {
      end.put("mac_address", mac);
    } else if (!mac.isEmpty()) {
      remark(machine, name + "/mac_address", mac + " is in use already or no unicast address.");
    }
  }

  /** Addresses come without their network: it is that of the segment's subnet. */
  private void readAddresses(
      JsonNode card, String machine, String name, String segment, ArrayNode addresses) {
    for (JsonNode source : card.path("ip_address_info")) {
      for (JsonNode each : source.path("ip_addresses")) {
        String text = each.asString("");
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isEmpty()) {
          remark(machine, name + "/ip_addresses", text + " is no address.");
        } else if (isLinkLocal(address.get())) {
          remark(machine, name + "/ip_addresses", text + " is of the link alone.");
        } else if (!taken.add(segment + " " + address.get())) {
          remark(machine, name + "/ip_addresses", text + " is in use already on " + segment + ".");
        } else {
          addresses.add(address.get() + (address.get().ipv6() ? "/128" : "/32"));
        }
      }
    }
  }

  private static boolean isLinkLocal(IpAddress address) {
    String text = address.toString();
    return address.ipv6() ? text.matches("fe[89ab].*") : text.startsWith("169.254.");
  }

  private void remark(String machine, String field, String reason) {
    remarks.add(new Remark(machine, field, Effect.FIELD_LEFT_OUT, reason));
  }
}
