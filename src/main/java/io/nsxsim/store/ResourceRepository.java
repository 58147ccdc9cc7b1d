package io.nsxsim.store;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of the policy tree. */
public interface ResourceRepository extends Repository<StoredResource, String> {

  /** A row by its path, or none. */
  java.util.Optional<StoredResource> findById(String path);

  /** The rows of the given paths. */
  @BeforeWrites
  @Query("select r from StoredResource r where r.path in :paths")
  List<StoredResource> findByPaths(Collection<String> paths);

  /** The given paths that have a row. */
  @BeforeWrites
  @Query("select r.path from StoredResource r where r.path in :paths")
  List<String> existing(Collection<String> paths);

  /** All rows of some kinds, ordered by path. */
  @Query("select r from StoredResource r where r.kind in :kinds order by r.path")
  List<StoredResource> findByKinds(Collection<String> kinds);

  /** The documents of some kinds, ordered by path. */
  @Query("select r.document from StoredResource r where r.kind in :kinds order by r.path")
  List<String> documentsOfKinds(Collection<String> kinds);

  /** The documents of one collection, ordered by path. */
  @Query("select r.document from StoredResource r where r.collectionPath = :path order by r.path")
  List<String> documentsIn(String path);

  /** The rows of one collection, ordered by path. */
  @BeforeWrites
  @Query("select r from StoredResource r where r.collectionPath = :path order by r.path")
  List<StoredResource> findInCollection(String path);

  /** The rows of one collection behind a path, ordered by path. */
  @Query(
      "select r from StoredResource r where r.collectionPath = :collection and r.path > :after"
          + " order by r.path")
  List<StoredResource> findPage(String collection, String after, Limit limit);

  /** The size of a collection. */
  @Query("select count(r) from StoredResource r where r.collectionPath = :path")
  long countInCollection(String path);

  /** All rows below a path; the pattern is the escaped path with {@code /%}. */
  @BeforeWrites
  @Query("select r from StoredResource r where r.path like :pattern escape '!'")
  List<StoredResource> findBelow(String pattern);

  /** How many rows there are. */
  long count();

  /** Stores a row that is new. */
  StoredResource save(StoredResource resource);

  /** Removes rows and leaves their mentions alone. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("delete from StoredResource r where r.path in :paths")
  void deleteByPaths(Collection<String> paths);

  /**
   * Rewrites what the system derives in a document, which is no change that counts as a revision.
   */
  @Modifying(flushAutomatically = true)
  @Query("update StoredResource r set r.document = :document where r.path = :path")
  void rewrite(String path, String document);

  /** Removes everything. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("delete from StoredResource r")
  void deleteEverything();

  /** The next number for a firewall rule. */
  @BeforeWrites
  @NativeQuery("select nextval('firewall_rule_id')")
  long nextRuleId();
}
