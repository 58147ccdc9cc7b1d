package io.nsxsim.inventory.discovered;

import io.nsxsim.inventory.VirtualMachine;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids that NSX knows machines by. */
public final class ExternalId {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final int FIRST_DEVICE_KEY = 4000;

  private ExternalId() {}

  /** The machine's own id if that is a UUID, else one derived from it. */
  public static String of(VirtualMachine machine) {
    String id = machine.id();
    return UUID_FORM.matcher(id).matches() ? id : derived("virtual-machine " + id);
  }

  /** The id of one of the machine's cards, counted from 0. */
  public static String of(VirtualMachine machine, int card) {
    return of(machine) + "-" + deviceKey(card);
  }

  /** The number that vSphere gives a card. */
  static String deviceKey(int card) {
    return String.valueOf(FIRST_DEVICE_KEY + card);
  }

  static String derived(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
