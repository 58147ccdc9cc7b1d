package io.nsxsim.inventory.table;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Which part a row holds.
 *
 * @param owner the cluster of a pod, else empty
 */
@Embeddable
record PartKey(
    @Enumerated(EnumType.STRING) @Column(name = "kind") PartKind kind,
    @Column(name = "owner") String owner,
    @Column(name = "id") String id)
    implements Comparable<PartKey>, Serializable {

  private static final Comparator<PartKey> ORDER =
      Comparator.comparing(PartKey::kind).thenComparing(PartKey::owner).thenComparing(PartKey::id);

  @Override
  public int compareTo(PartKey other) {
    return ORDER.compare(this, other);
  }
}
