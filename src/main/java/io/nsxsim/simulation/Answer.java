package io.nsxsim.simulation;

import io.nsxsim.net.Ipv4;

/**
 * An answer that came back to the one who probes.
 *
 * @param from its source address as it arrives
 */
public record Answer(AnswerKind kind, Ipv4 from) {}
