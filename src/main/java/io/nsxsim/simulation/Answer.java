package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;

/**
 * An answer that came back to the one who probes.
 *
 * @param from its source address as it arrives
 */
public record Answer(AnswerKind kind, IpAddress from) {}
