package io.nsxsim.topology;

import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/**
 * Where a device meets a link.
 *
 * @param device id of the device
 * @param name unique within the device
 * @param address none for the unnumbered end of a line; such an end answers nothing
 * @param link id of the link
 * @param path the policy object behind it: the interface, the segment, the tier-1 of a router link
 * @param edge the edge node an external interface sits on
 * @param vnic present on network cards that NSX knows
 * @param mtu the largest IP packet that it sends, in bytes
 * @param strict whether {@code urpf_mode} STRICT is configured
 */
public record Interface(
    String device,
    String name,
    Role role,
    Optional<Cidr> address,
    String link,
    Optional<PolicyPath> path,
    Optional<PolicyPath> edge,
    Optional<Vnic> vnic,
    int mtu,
    boolean strict) {

  /** Where nothing is known of a limit. */
  public static final int ANY_SIZE = 65_535;

  /** An interface without edge or network card. */
  public static Interface of(
      String device, String name, Role role, Optional<Cidr> address, String link) {
    return new Interface(
        device,
        name,
        role,
        address,
        link,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ANY_SIZE,
        false);
  }

  /** The same interface with the policy object behind it. */
  public Interface withPath(PolicyPath object) {
    return new Interface(
        device, name, role, address, link, Optional.of(object), edge, vnic, mtu, strict);
  }

  /** The same interface on an edge node. */
  public Interface withEdge(PolicyPath node) {
    return new Interface(
        device, name, role, address, link, path, Optional.of(node), vnic, mtu, strict);
  }

  /** The same interface as a network card that NSX knows. */
  public Interface withVnic(Vnic card) {
    return new Interface(
        device, name, role, address, link, path, edge, Optional.of(card), mtu, strict);
  }

  /** The same interface with a limit on what it sends, in bytes. */
  public Interface withMtu(int bytes) {
    return new Interface(device, name, role, address, link, path, edge, vnic, bytes, strict);
  }

  /** The same interface with the check of the way back switched on or off. */
  public Interface withStrict(boolean check) {
    return new Interface(device, name, role, address, link, path, edge, vnic, mtu, check);
  }

  /**
   * Tells whether it is the interface of that name at that device, whatever else is known of it.
   */
  public boolean isSameAs(Interface other) {
    return this == other || (device.equals(other.device) && name.equals(other.name));
  }

  /** The address without its network. */
  public Optional<IpAddress> ip() {
    return address.map(Cidr::address);
  }

  /** Identifies the interface in the whole fabric. */
  public String id() {
    return device + "#" + name;
  }
}
