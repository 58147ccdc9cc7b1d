package io.nsxsim.topology.reader;

import io.nsxsim.topology.Fabric;
import java.util.List;

/** What holds for all gateways: {@code /infra/global-config}. */
final class GlobalSettings {

  private static final int STANDARD = 1500;

  private final List<Document> settings;
  private final int mtu;

  GlobalSettings(Documents documents) {
    this.settings = documents.of("GlobalConfig");
    this.mtu =
        settings.stream()
            .filter(each -> each.has("mtu"))
            .map(each -> each.number("mtu", STANDARD))
            .findFirst()
            .orElse(STANDARD);
  }

  /** The most bytes that an interface of a gateway sends, unless it has a limit of its own. */
  int mtu() {
    return mtu;
  }

  /** IPv6 is walked in any case; it is said when NSX has it switched off. */
  void noteForwarding(Notes notes) {
    if (settings.stream()
        .anyMatch(each -> each.text("l3_forwarding_mode").orElse("").equals("IPV4_ONLY"))) {
      notes.add(
          Fabric.IPV6,
          "l3_forwarding_mode is IPV4_ONLY; gateways are assumed to forward IPv6 all the same");
    }
  }
}
