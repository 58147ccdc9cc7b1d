package io.nsxsim.simulation;

import io.nsxsim.topology.Interface;
import java.util.Optional;

/**
 * An answer on its way back, as it is sent.
 *
 * @param device id of the device that sends it
 * @param comesInBy set when the device does not send it but gets it there, as from a firewall at
 *     its own network card
 * @param mtu what it says about the size of packets; 0 for nothing
 */
record Reply(
    AnswerKind kind, String device, Packet packet, Optional<Interface> comesInBy, int mtu) {

  static Reply from(String device, AnswerKind kind, Packet packet) {
    return new Reply(kind, device, packet, Optional.empty(), 0);
  }

  /** The same answer, which tells how many bytes the next link takes. */
  Reply withMtu(int bytes) {
    return new Reply(kind, device, packet, comesInBy, bytes);
  }
}
