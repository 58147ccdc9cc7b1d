package io.nsxsim.topology;

import java.util.List;
import java.util.Map;

/**
 * The whole network as it is configured, immutable: whoever makes one keeps none of its maps, which
 * are too large to be copied after every change.
 *
 * @param devices by id
 * @param links by id
 * @param pathHash how one of several equal paths is chosen
 * @param notes what was assumed or left out, by the device (or {@link DistributedFirewall#SUBJECT})
 *     that it concerns
 */
public record Fabric(
    Map<String, Device> devices,
    Map<String, Link> links,
    DistributedFirewall distributedFirewall,
    Directory directory,
    PathHash pathHash,
    Map<String, List<String>> notes) {

  /** The subject under which notes about IPv6 as a whole are kept. */
  public static final String IPV6 = "ipv6";

  /** The device of an id that the fabric itself gave out. */
  public Device device(String id) {
    Device device = devices.get(id);
    if (device == null) {
      throw new IllegalStateException("No device " + id);
    }
    return device;
  }

  /** The link of an id that the fabric itself gave out. */
  public Link link(String id) {
    Link link = links.get(id);
    if (link == null) {
      throw new IllegalStateException("No link " + id);
    }
    return link;
  }

  /** What was assumed or left out about a device. */
  public List<String> notesOn(String subject) {
    return notes.getOrDefault(subject, List.of());
  }
}
