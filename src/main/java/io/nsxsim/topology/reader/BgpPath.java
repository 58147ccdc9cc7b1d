package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A network as BGP tells it.
 *
 * @param asPath AS numbers, the nearest first
 * @param communities as written, such as {@code 65001:100} or {@code NO_EXPORT}
 */
record BgpPath(
    Cidr network,
    int weight,
    int localPreference,
    List<String> asPath,
    long med,
    Set<String> communities) {

  private static final int USUAL_PREFERENCE = 100;

  /**
   * What is better: the higher weight, the higher local preference, the shorter AS path, the lower
   * MED; a neighbour's MED counts only against paths of the same neighbour AS (RFC 4271, 9.1.2.2).
   */
  static final Comparator<BgpPath> BEST_FIRST =
      Comparator.comparingInt(BgpPath::weight)
          .reversed()
          .thenComparing(Comparator.comparingInt(BgpPath::localPreference).reversed())
          .thenComparingInt(path -> path.asPath().size());

  BgpPath {
    network = network.network();
    asPath = List.copyOf(asPath);
    communities = Set.copyOf(communities);
  }

  /** A network without attributes. */
  static BgpPath of(Cidr network) {
    return new BgpPath(network, 0, USUAL_PREFERENCE, List.of(), 0, Set.of());
  }

  /** The same network as an AS tells it; weight and local preference stay behind. */
  BgpPath toldBy(String as) {
    List<String> longer = new ArrayList<>();
    if (!as.isEmpty()) {
      longer.add(as);
    }
    longer.addAll(asPath);
    return new BgpPath(network, 0, USUAL_PREFERENCE, longer, med, communities);
  }

  BgpPath withMed(long other) {
    return new BgpPath(network, weight, localPreference, asPath, other, communities);
  }

  /** The nearest AS, empty inside one's own. */
  String neighborAs() {
    return asPath.isEmpty() ? "" : asPath.getFirst();
  }

  /** Tells whether the other is as good in everything that decides. */
  boolean isAsGoodAs(BgpPath other) {
    return BEST_FIRST.compare(this, other) == 0
        && (!neighborAs().equals(other.neighborAs()) || med == other.med);
  }
}
