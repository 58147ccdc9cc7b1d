package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;

/**
 * What a stateful device or network card remembers of a flow.
 *
 * @param device its id
 * @param card name of the network card; empty for the device itself
 * @param inner the packet as it came in
 * @param outer the packet as it went on
 */
record Session(String device, String card, Packet inner, Packet outer) {

  boolean isFor(String place, String cardThere, Packet packet) {
    return packet.answers(outer) && device.equals(place) && card.equals(cardThere);
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
    IpAddress source = destinationWasTranslated ? inner.destination() : answer.source();
    return answer
        .withSource(source)
        .withDestination(inner.source(), answer.destinationPort())
        .withCause(inner);
  }
}
