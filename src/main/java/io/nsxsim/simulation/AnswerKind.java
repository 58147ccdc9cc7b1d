package io.nsxsim.simulation;

/** What comes back to someone who probes, and how traceroute marks it. */
public enum AnswerKind {
  TIME_EXCEEDED(11, 0, "", false),
  PORT_UNREACHABLE(3, 3, "", true),
  NETWORK_UNREACHABLE(3, 0, "!N", true),
  HOST_UNREACHABLE(3, 1, "!H", true),
  PROHIBITED(3, 13, "!X", true),
  /** The answer of the destination itself to an echo request or a TCP segment. */
  REPLY(-1, -1, "", true);

  private final int type;
  private final int code;
  private final String mark;
  private final boolean last;

  AnswerKind(int type, int code, String mark, boolean last) {
    this.type = type;
    this.code = code;
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

  int type() {
    return type;
  }

  int code() {
    return code;
  }
}
