package io.nsxsim.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import org.springframework.data.domain.Persistable;

/** One object's mention of another. */
@Entity
@Table(name = "stored_reference")
public class StoredReference implements Persistable<StoredReference.Key> {

  /**
   * What identifies a mention.
   *
   * @param sourcePath the object that mentions
   * @param field the name of the field that holds the path
   * @param targetPath the object that is mentioned
   */
  @Embeddable
  public record Key(
      @Column(name = "source_path") String sourcePath,
      @Column(name = "field") String field,
      @Column(name = "target_path") String targetPath)
      implements Serializable {}

  @EmbeddedId private Key key = new Key("", "", "");

  @Transient private boolean fresh;

  /** For JPA. */
  protected StoredReference() {}

  /** A mention that is not stored. */
  public StoredReference(Key key) {
    this.key = key;
    this.fresh = true;
  }

  @PostLoad
  void stored() {
    this.fresh = false;
  }

  @Override
  public Key getId() {
    return key;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
