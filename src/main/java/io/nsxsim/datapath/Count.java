package io.nsxsim.datapath;

import java.util.Locale;

/** What is counted of an object, by the names that answers use as facts. */
enum Count {
  PACKETS,
  BYTES,
  SESSIONS,
  OUT_PACKETS,
  OUT_BYTES,
  RX_PACKETS,
  RX_BYTES,
  TX_PACKETS,
  TX_BYTES,
  DROPPED_PACKETS,
  NO_ROUTE_PACKETS,
  NO_ARP_PACKETS,
  FIREWALL_PACKETS,
  TTL_PACKETS;

  private final String fact = name().toLowerCase(Locale.ROOT);

  /** The name of the fact, such as {@code rx_packets}. */
  String fact() {
    return fact;
  }
}
