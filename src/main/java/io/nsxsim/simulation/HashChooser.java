package io.nsxsim.simulation;

import io.nsxsim.net.IpAddress;
import io.nsxsim.topology.Device;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.NextHop;
import io.nsxsim.topology.PathHash;
import io.nsxsim.topology.Role;
import io.nsxsim.topology.RoutingTable;
import io.nsxsim.topology.ServerPool;
import java.util.Comparator;
import java.util.List;

/**
 * Picks by a hash of the headers and a seed, so that a flow keeps its way.
 *
 * <p>Between several router links of one tier-1 only the destination counts, whatever is hashed
 * elsewhere; NSX has a single link there, so this is ours. Everywhere else the lowest address of
 * the device goes into the hash, so that devices in a row do not all choose alike.
 */
final class HashChooser implements Chooser {

  private final PathHash hash;

  HashChooser(PathHash hash) {
    this.hash = hash;
  }

  @Override
  public int choose(Device device, RoutingTable.Entry entry, Packet packet) {
    int ways = entry.ways().size();
    if (entry.ways().stream().allMatch(way -> isRouterLink(way.nextHop()))) {
      return pick(mix(hash.seed(), packet.destination().folded()), ways);
    }
    long salted = mix(hash.seed(), lowestAddress(device));
    return pick(fields(salted, packet), ways);
  }

  /**
   * What came before a flow is not known, so in place of turns and of connection counts a hash of
   * its headers picks the member, each as often as its weight says; IP_HASH hashes the client only.
   */
  @Override
  public int choose(ServerPool pool, List<ServerPool.Member> members, Packet packet) {
    long value = mix(hash.seed(), packet.source().folded());
    if (pool.algorithm() != ServerPool.Algorithm.IP_HASH) {
      value =
          mix(
              mix(mix(value, packet.destination().folded()), packet.sourcePort()),
              packet.destinationPort());
    }
    boolean weighted =
        pool.algorithm() == ServerPool.Algorithm.WEIGHTED_ROUND_ROBIN
            || pool.algorithm() == ServerPool.Algorithm.WEIGHTED_LEAST_CONNECTION;
    return weighted ? byWeight(value, members) : pick(value, members.size());
  }

  private static int byWeight(long value, List<ServerPool.Member> members) {
    int total = 0;
    for (ServerPool.Member member : members) {
      total += member.weight();
    }
    int left = pick(value, total);
    int position = 0;
    while (left >= members.get(position).weight()) {
      left -= members.get(position).weight();
      position++;
    }
    return position;
  }

  private long fields(long start, Packet packet) {
    long value = mix(start, packet.destination().folded());
    if (hash.fields() == PathHash.Fields.DESTINATION) {
      return value;
    }
    value = mix(value, packet.source().folded());
    if (hash.fields() == PathHash.Fields.SOURCE_DESTINATION) {
      return value;
    }
    value = mix(value, packet.protocol().number());
    return packet.protocol().hasPorts()
        ? mix(mix(value, packet.sourcePort()), packet.destinationPort())
        : value;
  }

  private static boolean isRouterLink(NextHop hop) {
    return hop instanceof NextHop.Via(IpAddress gateway, Interface out)
        && (out.role() == Role.LINK_TO_TIER0 || out.role() == Role.LINK_TO_TIER1);
  }

  private static int lowestAddress(Device device) {
    return device.addresses().stream()
        .min(Comparator.naturalOrder())
        .map(IpAddress::folded)
        .orElse(0);
  }

  private static int pick(long value, int ways) {
    return (int) Math.floorMod(value ^ value >>> 32, (long) ways);
  }

  /** The finalizer of SplitMix64 over a running value. */
  private static long mix(long value, int field) {
    long mixed = value * 31 + Integer.toUnsignedLong(field) + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
