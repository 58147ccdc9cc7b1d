package io.nsxsim.datapath;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers of what has no document: always the same for the same thing. */
public final class Identifiers {

  private Identifiers() {}

  /** A UUID for a thing of some sort. */
  public static String stable(String sort, String name) {
    return UUID.nameUUIDFromBytes((sort + " " + name).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A MAC address of VMware's locally administered range. */
  public static String mac(String name) {
    String digits = stable("mac", name);
    return "02:50:56:%s:%s:%s"
        .formatted(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4, 6));
  }
}
