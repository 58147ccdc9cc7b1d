package io.nsxsim.lab;

import java.util.List;

/** What happens to a packet that a rule means, as lines of nftables. */
final class Verdicts {

  private Verdicts() {}

  /** The lines for a match; a rejection resets TCP and answers all else by ICMP. */
  static List<String> lines(String match, String verdict) {
    return verdict.equals("reject")
        ? List.of(
            match + " meta l4proto tcp reject with tcp reset",
            match + " reject with icmpx type admin-prohibited")
        : List.of(match + " " + verdict);
  }
}
