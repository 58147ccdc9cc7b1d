package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a packet with a given TTL meets at its end, and what happens there to one with a larger TTL.
 *
 * @param ttl from 1
 * @param device id of the device, none where the packet is lost before it gets to one
 * @param name of the device, or empty
 * @param ingress the address the device is entered by, seen or not
 * @param answer what comes back, if anything does
 * @param before headers on arrival
 * @param after headers on departure, or where it ended
 */
public record Hop(
    int ttl,
    Optional<String> device,
    String name,
    Optional<IpAddress> ingress,
    Optional<Answer> answer,
    List<Step> steps,
    Packet before,
    Packet after) {

  public Hop {
    steps = List.copyOf(steps);
  }
}
