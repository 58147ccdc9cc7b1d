package io.nsxsim.catalogue.addresses;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that are taken, and where there is room between them. Neighbours melt into one run, so
 * that a dense pool of thousands is a handful of runs and every question costs about the same.
 */
public final class UsedAddresses {

  private static final int SHORT = 32;

  private final TreeMap<BigInteger, BigInteger> ipv4 = new TreeMap<>();
  private final TreeMap<BigInteger, BigInteger> ipv6 = new TreeMap<>();

  private TreeMap<BigInteger, BigInteger> runs(AddressRun run) {
    return run.bits() == SHORT ? ipv4 : ipv6;
  }

  /** Takes addresses; some of them may be taken already. */
  public void add(AddressRun run) {
    TreeMap<BigInteger, BigInteger> runs = runs(run);
    BigInteger first = run.first();
    BigInteger last = run.last();
    Map.Entry<BigInteger, BigInteger> near = runs.floorEntry(last.add(BigInteger.ONE));
    while (near != null && near.getValue().add(BigInteger.ONE).compareTo(first) >= 0) {
      first = first.min(near.getKey());
      last = last.max(near.getValue());
      runs.remove(near.getKey());
      near = runs.floorEntry(last.add(BigInteger.ONE));
    }
    runs.put(first, last);
  }

  /** Gives addresses back; some of them may be free already. */
  public void remove(AddressRun run) {
    TreeMap<BigInteger, BigInteger> runs = runs(run);
    Map.Entry<BigInteger, BigInteger> hit = overlapping(run);
    while (hit != null) {
      runs.remove(hit.getKey());
      if (hit.getKey().compareTo(run.first()) < 0) {
        runs.put(hit.getKey(), run.first().subtract(BigInteger.ONE));
      }
      if (hit.getValue().compareTo(run.last()) > 0) {
        runs.put(run.last().add(BigInteger.ONE), hit.getValue());
      }
      hit = overlapping(run);
    }
  }

  private Map.@Nullable Entry<BigInteger, BigInteger> overlapping(AddressRun run) {
    Map.Entry<BigInteger, BigInteger> near = runs(run).floorEntry(run.last());
    return near == null || near.getValue().compareTo(run.first()) < 0 ? null : near;
  }

  /** Tells whether none of these addresses is taken. */
  public boolean isFree(AddressRun run) {
    return overlapping(run) == null;
  }

  /** The lowest address within a run that is not taken. */
  public Optional<AddressRun> firstFree(AddressRun within) {
    return firstFreeBlock(within, BigInteger.ONE);
  }

  /**
   * The lowest block within a run of which nothing is taken and whose first address is a multiple
   * of its size, as that of a network is.
   */
  public Optional<AddressRun> firstFreeBlock(AddressRun within, BigInteger size) {
    BigInteger first = aligned(within.first(), size);
    while (true) {
      BigInteger last = first.add(size).subtract(BigInteger.ONE);
      if (last.compareTo(within.last()) > 0) {
        return Optional.empty();
      }
      AddressRun block = new AddressRun(within.bits(), first, last);
      Map.Entry<BigInteger, BigInteger> taken = overlapping(block);
      if (taken == null) {
        return Optional.of(block);
      }
      first = aligned(taken.getValue().add(BigInteger.ONE), size);
    }
  }

  private static BigInteger aligned(BigInteger address, BigInteger size) {
    BigInteger over = address.mod(size);
    return over.signum() == 0 ? address : address.add(size).subtract(over);
  }

  /** What is taken, in runs from the lowest to the highest, IPv4 first. */
  public List<AddressRun> taken() {
    List<AddressRun> taken = new ArrayList<>();
    ipv4.forEach((first, last) -> taken.add(new AddressRun(SHORT, first, last)));
    ipv6.forEach((first, last) -> taken.add(new AddressRun(128, first, last)));
    return taken;
  }

  /** The parts of a run that are not taken, from the lowest to the highest. */
  public List<AddressRun> free(AddressRun within) {
    List<AddressRun> free = new ArrayList<>();
    Optional<AddressRun> next = firstFree(within);
    while (next.isPresent()) {
      BigInteger first = next.get().first();
      Map.Entry<BigInteger, BigInteger> taken = runs(within).ceilingEntry(first);
      BigInteger last =
          taken == null
              ? within.last()
              : taken.getKey().subtract(BigInteger.ONE).min(within.last());
      free.add(new AddressRun(within.bits(), first, last));
      next =
          last.compareTo(within.last()) >= 0
              ? Optional.empty()
              : firstFree(new AddressRun(within.bits(), last.add(BigInteger.ONE), within.last()));
    }
    return free;
  }

  /** How many addresses are taken. */
  public BigInteger size() {
    return taken().stream().map(AddressRun::size).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
