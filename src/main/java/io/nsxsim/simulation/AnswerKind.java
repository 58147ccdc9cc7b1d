package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import java.util.Optional;

/** What comes back to someone who probes, and how traceroute marks it. */
public enum AnswerKind {
  TIME_EXCEEDED(11, 0, 3, 0, "", false),
  PORT_UNREACHABLE(3, 3, 1, 4, "", true),
  NETWORK_UNREACHABLE(3, 0, 1, 0, "!N", true),
  HOST_UNREACHABLE(3, 1, 1, 3, "!H", true),
  PROHIBITED(3, 13, 1, 1, "!X", true),
  /** The packet is longer than the next link takes; the answer says how long it may be. */
  FRAG_NEEDED(3, 4, 2, 0, "!F", true),
  /** The answer of the destination itself to an echo request or a TCP segment. */
  REPLY(-1, -1, -1, -1, "", true);

  private final int type;
  private final int code;
  private final int ipv6Type;
  private final int ipv6Code;
  private final String mark;
  private final boolean last;

  AnswerKind(int type, int code, int ipv6Type, int ipv6Code, String mark, boolean last) {
    this.type = type;
    this.code = code;
    this.ipv6Type = ipv6Type;
    this.ipv6Code = ipv6Code;
    this.mark = mark;
    this.last = last;
  }

  /** What traceroute prints behind the time. */
  public String mark() {
    return mark;
  }

  /** Tells whether nothing further can be learned by a larger TTL. */
  public boolean isLast() {
    return last;
  }

  /** The kind of an ICMP error between addresses of a family; none for what is no error. */
  static Optional<AnswerKind> of(Packet error) {
    boolean ipv6 = error.protocol() == Protocol.ICMPV6;
    for (AnswerKind kind : values()) {
      int type = ipv6 ? kind.ipv6Type : kind.type;
      int code = ipv6 ? kind.ipv6Code : kind.code;
      if (type == error.sourcePort() && code == error.destinationPort()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The ICMP error of this kind about a packet, of its family. */
  Packet error(IpAddress from, Packet about) {
    boolean ipv6 = about.source().ipv6();
    return new Packet(
        from,
        about.source(),
        Protocol.icmp(ipv6),
        ipv6 ? ipv6Type : type,
        ipv6 ? ipv6Code : code,
        Flow.TTL,
        Optional.of(about));
  }
}
