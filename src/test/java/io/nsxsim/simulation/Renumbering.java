package io.nsxsim.simulation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the default scenario with other names and addresses: all of the lab's are changed. */
public final class Renumbering {

  private static final Map<String, String> CHANGES = changes();

  private Renumbering() {}

  /** The same text about another lab. */
  public static String change(String text) {
    String changed = text;
    for (Map.Entry<String, String> each : CHANGES.entrySet()) {
      changed = changed.replace(each.getKey(), each.getValue());
    }
    return changed;
  }

  private static Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("10.244.0.", "172.22.32.");
    changes.put("192.168.105.", "10.99.3.");
    changes.put("192.168.", "172.30.");
    changes.put("100.64.", "100.80.");
    changes.put("10.203.182.", "10.77.1.");
    changes.put("142.250.189.238", "93.184.216.34");
    changes.put("192.0.2.", "31.1.1.");
    changes.put("198.51.100.", "31.2.2.");
    changes.put("203.0.113.", "31.3.3.");
    changes.put("cormac", "orders");
    changes.put("other-", "billing-");
    changes.put("harbor", "registry");
    changes.put("supervisor-t0", "border");
    changes.put("busybox1", "toolbox");
    changes.put("google", "example");
    changes.put("physical-router", "leaf-7");
    changes.put("tkg", "kube");
    changes.put("502f6a10", "60aa1b2c");
    changes.put("2f0a6f4e", "7b1c2d3e");
    changes.put("uplink", "north");
    return changes;
  }
}
