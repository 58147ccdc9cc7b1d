package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;

/**
 * An answer that came back to the one who probes.
 *
 * @param from its source address as it arrives
 * @param mtu for {@link AnswerKind#FRAG_NEEDED}, the most bytes that the next link takes; else 0
 */
public record Answer(AnswerKind kind, IpAddress from, int mtu) {

  /** An answer that says nothing about sizes. */
  public Answer(AnswerKind kind, IpAddress from) {
    this(kind, from, 0);
  }
}
