package io.nsxsim.catalogue.addresses;

import io.nsxsim.path.PolicyPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who uses which addresses, so that the users of some addresses are found without comparing them
 * with all others.
 */
public final class AddressIndex {

  private static final Comparator<Use> ORDER =
      Comparator.comparingInt((Use use) -> use.run().bits())
          .thenComparing(use -> use.run().first());

  private final List<Use> uses;
  private final List<BigInteger> highest = new ArrayList<>();

  /** Addresses and the object that uses them. */
  public record Use(AddressRun run, PolicyPath user) {}

  /** Indexes uses, which may overlap. */
  public AddressIndex(List<Use> uses) {
    this.uses = uses.stream().sorted(ORDER).toList();
    for (int i = 0; i < this.uses.size(); i++) {
      AddressRun run = this.uses.get(i).run();
      boolean sameFamily = i > 0 && this.uses.get(i - 1).run().isSameFamily(run);
      highest.add(sameFamily ? run.last().max(highest.get(i - 1)) : run.last());
    }
  }

  /** Somebody else who uses one of the addresses. */
  public Optional<PolicyPath> otherUser(AddressRun run, PolicyPath user) {
    for (int i = lastBegunWithin(run); i >= 0; i--) {
      Use use = uses.get(i);
      if (!use.run().isSameFamily(run) || highest.get(i).compareTo(run.first()) < 0) {
        return Optional.empty();
      }
      if (use.run().overlaps(run) && !use.user().equals(user)) {
        return Optional.of(use.user());
      }
    }
    return Optional.empty();
  }

  /** The last use that begins at the run's end or before it; -1 if there is none. */
  private int lastBegunWithin(AddressRun run) {
    int low = 0;
    int high = uses.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      AddressRun use = uses.get(middle).run();
      boolean begunWithin =
          use.bits() < run.bits()
              || (use.isSameFamily(run) && use.first().compareTo(run.last()) <= 0);
      if (begunWithin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
