package io.nsxsim.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One object of the policy tree: its place, and its document as the text that clients read. */
@Entity
@Table(name = "stored_resource")
public class StoredResource implements Persistable<String> {

  @Id private String path = "";

  @Column(name = "parent_path", updatable = false)
  private String parentPath = "";

  @Column(name = "collection_path", updatable = false)
  private String collectionPath = "";

  @Column(updatable = false)
  private String kind = "";

  @Column(name = "display_name")
  private String displayName = "";

  private String document = "";

  @Column(name = "system_owned", updatable = false)
  private boolean systemOwned;

  @Version private @Nullable Long revision;

  @Column(name = "created_at", updatable = false)
  private long createdAt;

  @Column(name = "created_by", updatable = false)
  private String createdBy = "";

  @Column(name = "modified_at")
  private long modifiedAt;

  @Column(name = "modified_by")
  private String modifiedBy = "";

  @Transient private boolean fresh;

  /** For JPA. */
  protected StoredResource() {}

  /**
   * A row that is not stored.
   *
   * @param parentPath the object that it lies below
   * @param kind the name of its kind's schema
   */
  public StoredResource(String path, String parentPath, String kind, boolean systemOwned) {
    this.path = path;
    this.parentPath = parentPath;
    this.collectionPath = path.substring(0, Math.max(1, path.lastIndexOf('/')));
    this.kind = kind;
    this.systemOwned = systemOwned;
    this.fresh = true;
  }

  /** Sets who made it and when, in milliseconds since the epoch; later ones have larger numbers. */
  public void created(String user, long time) {
    this.createdBy = user;
    this.createdAt = time;
  }

  /** Sets the content, who wrote it and when, in milliseconds since the epoch. */
  public void write(String newName, String newDocument, String user, long time) {
    this.displayName = newName;
    this.document = newDocument;
    this.modifiedBy = user;
    this.modifiedAt = time;
  }

  @PostLoad
  @PostPersist
  void stored() {
    this.fresh = false;
  }

  @Override
  public String getId() {
    return path;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }

  /** The policy path. */
  public String path() {
    return path;
  }

  /** The path of the object that this one lies below. */
  public String parentPath() {
    return parentPath;
  }

  /** The name of the kind's schema. */
  public String kind() {
    return kind;
  }

  /** The JSON text. */
  public String document() {
    return document;
  }

  /** Whether NSX made it instead of a client. */
  public boolean systemOwned() {
    return systemOwned;
  }
}
