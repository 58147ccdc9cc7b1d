package io.nsxsim.simulation;

import io.nsxsim.net.Ipv4;

/**
 * What a stateful device or network card remembers of a flow.
 *
 * @param at id of the device or interface
 * @param inner the packet as it came in
 * @param outer the packet as it went on
 */
record Session(String at, Packet inner, Packet outer) {

  boolean isFor(String place, Packet packet) {
    return at.equals(place) && packet.answers(outer);
  }

  /**
   * Takes the translation off an answer. An ICMP error from behind a translated destination shows
   * the untranslated one as its source, as measured with Linux (rule 27).
   */
  Packet restore(Packet answer) {
    if (answer.cause().isEmpty()) {
      return inner.reply().withTtl(answer.ttl());
    }
    boolean destinationWasTranslated = !inner.destination().equals(outer.destination());
    Ipv4 source = destinationWasTranslated ? inner.destination() : answer.source();
    return answer
        .withSource(source)
        .withDestination(inner.source(), answer.destinationPort())
        .withCause(inner);
  }
}
