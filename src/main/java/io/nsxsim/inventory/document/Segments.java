package io.nsxsim.inventory.document;

/** Which segment a segment port belongs to. */
final class Segments {

  private Segments() {}

  /** The path of the port's segment; empty for an interface that is not plugged in. */
  static String of(String segmentPortPath) {
    int ports = segmentPortPath.lastIndexOf("/ports/");
    return ports < 0 ? "" : segmentPortPath.substring(0, ports);
  }
}
