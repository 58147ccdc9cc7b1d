package io.nsxsim.inventory.table;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of the inventory. It is never updated: a changed part is another row in its place. */
@Entity
@Immutable
@Table(name = "inventory_part")
class StoredPart {

  @EmbeddedId private PartKey key;

  @Column(name = "document")
  private String document;

  /** For Hibernate. */
  @NullUnmarked
  protected StoredPart() {}

  StoredPart(PartKey key, String document) {
    this.key = key;
    this.document = document;
  }

  PartKey key() {
    return key;
  }

  String document() {
    return document;
  }
}
