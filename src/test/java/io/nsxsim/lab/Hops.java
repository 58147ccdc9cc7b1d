package io.nsxsim.lab;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines of a traceroute show, without times: an address and a mark, or a star. */
final class Hops {

  private static final Pattern LINE =
      Pattern.compile("^ *\\d+ +(\\*|\\S+)(?: +\\(([^)]*)\\))?(?:.* ms)?(?: +(![A-Z]*))?.*$");

  private Hops() {}

  /** The hops of a text with one probe for each. */
  static List<String> of(String text) {
    return text.lines().skip(1).map(LINE::matcher).filter(Matcher::matches).map(Hops::hop).toList();
  }

  private static String hop(Matcher line) {
    String address = line.group(2) == null ? line.group(1) : line.group(2);
    return line.group(3) == null ? address : address + " " + line.group(3);
  }
}
