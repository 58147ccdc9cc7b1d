package io.nsxsim.net;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the links between a tier-0 and its tier-1s their networks out of the tier-0's transit
 * subnets: a /31 of IPv4, a /64 of IPv6.
 *
 * <p>NSX's own allocator is not known. Here the name of the tier-1 is hashed to a place and the
 * next free one taken, so that a link stays where it is when other tier-1s come or go, unless two
 * hash to the same place. Whoever asks must ask in the same order to be given the same.
 */
public final class TransitNetworks {

  private static final Cidr DEFAULT_IPV4 = Cidr.of("100.64.0.0/16");
  private static final Cidr DEFAULT_IPV6 = Cidr.of("fc64:0:0::/48");
  private static final int IPV6_LINK = 64;

  private final List<Cidr> ipv4;
  private final Cidr ipv6;
  private final Set<Cidr> taken = new HashSet<>();

  /**
   * Starts with everything free.
   *
   * @param subnets a tier-0's {@code transit_subnets}; for a family without one, NSX's default
   *     100.64.0.0/16 or a unique local /48 that is always the same
   */
  public TransitNetworks(List<String> subnets) {
    this(subnets, DEFAULT_IPV4);
  }

  /** The same with another network where no IPv4 subnet is told. */
  public TransitNetworks(List<String> subnets, Cidr absent) {
    List<Cidr> told = subnets.stream().flatMap(text -> Cidr.parse(text).stream()).toList();
    List<Cidr> narrow =
        told.stream()
            .filter(subnet -> !subnet.ipv6() && subnet.length() <= 31)
            .map(Cidr::network)
            .toList();
    this.ipv4 = narrow.isEmpty() ? List.of(absent) : narrow;
    this.ipv6 =
        told.stream()
            .filter(subnet -> subnet.ipv6() && subnet.length() < IPV6_LINK)
            .findFirst()
            .orElse(DEFAULT_IPV6);
  }

  /** Keeps a network from being given away. */
  public void take(Cidr network) {
    taken.add(network);
  }

  /** The /31 of a tier-1; empty when none is left. */
  public Optional<Cidr> ipv4(String tier1) {
    long places = ipv4.stream().mapToLong(TransitNetworks::places).sum();
    long wanted = Math.floorMod(spread(tier1), Math.max(places, 1));
    for (long step = 0; step < places; step++) {
      Cidr network = place((wanted + step) % places);
      if (taken.add(network)) {
        return Optional.of(network);
      }
    }
    return Optional.empty();
  }

  /** The /64 of a tier-1. */
  public Cidr ipv6(String tier1) {
    long places = 1L << Math.min(IPV6_LINK - ipv6.length(), 16);
    long place = Math.floorMod(spread(tier1), places);
    Cidr network = ipv6Link(place);
    while (!taken.add(network)) {
      place = (place + 1) % places;
      network = ipv6Link(place);
    }
    return network;
  }

  private Cidr ipv6Link(long place) {
    return new Cidr(new IpAddress(true, ipv6.first().high() + place, 0), IPV6_LINK);
  }

  private static long places(Cidr subnet) {
    return 1L << (31 - subnet.length());
  }

  private Cidr place(long number) {
    long left = number;
    for (Cidr subnet : ipv4) {
      if (left < places(subnet)) {
        return new Cidr(subnet.first().plus(left * 2), 31);
      }
      left -= places(subnet);
    }
    throw new IllegalStateException("No place " + number + " in " + ipv4);
  }

  /** FNV-1a, so that similar names end far apart. */
  private static long spread(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return hash ^ hash >>> 32;
  }
}
