package io.nsxsim.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/**
 * The rows of the policy tree. Queries are plain SQL that H2 and PostgreSQL share: parsing the
 * other language twice, once by Spring Data and once by Hibernate, is a noticeable part of a start.
 */
public interface ResourceRepository extends Repository<StoredResource, String> {

  /** A row by its path, or none. */
  Optional<StoredResource> findById(String path);

  /** The rows of the given paths. */
  @BeforeWrites
  @NativeQuery("select * from stored_resource where path in (:paths)")
  List<StoredResource> findByPaths(Collection<String> paths);

  /** The documents of some kinds, ordered by path. */
  @NativeQuery("select document from stored_resource where kind in (:kinds) order by path")
  List<String> documentsOfKinds(Collection<String> kinds);

  /** The documents at the given paths that are of some kinds, ordered by path. */
  @NativeQuery(
      "select document from stored_resource where path in (:paths) and kind in (:kinds)"
          + " order by path")
  List<String> documentsAt(Collection<String> paths, Collection<String> kinds);

  /** The documents of one collection, ordered by path. */
  @NativeQuery("select document from stored_resource where collection_path = :path order by path")
  List<String> documentsIn(String path);

  /** The documents of one collection, in the order in which they were made. */
  @NativeQuery(
      "select document from stored_resource where collection_path = :path"
          + " order by created_at, path")
  List<String> documentsAsMade(String path);

  /** The rows of one collection, ordered by path. */
  @BeforeWrites
  @NativeQuery("select * from stored_resource where collection_path = :path order by path")
  List<StoredResource> findInCollection(String path);

  /** At most so many rows of one collection behind a path, ordered by path. */
  @NativeQuery(
      "select * from stored_resource where collection_path = :collection and path > :after"
          + " order by path limit :most")
  List<StoredResource> findPage(String collection, String after, int most);

  /** At most so many rows of all behind a path, ordered by path. */
  @NativeQuery("select * from stored_resource where path > :after order by path limit :most")
  List<StoredResource> findAfter(String after, int most);

  /** The size of a collection. */
  @NativeQuery("select count(*) from stored_resource where collection_path = :path")
  long countInCollection(String path);

  /** All rows below a path; the pattern is the escaped path with {@code /%}. */
  @BeforeWrites
  @NativeQuery("select * from stored_resource where path like :pattern escape '!'")
  List<StoredResource> findBelow(String pattern);

  /** The documents below a path, ordered by path; the pattern is as for {@link #findBelow}. */
  @NativeQuery(
      "select document from stored_resource where path like :pattern escape '!' order by path")
  List<String> documentsBelow(String pattern);

  /** The documents with a list of tags that is not empty, ordered by path. */
  @NativeQuery(
      "select document from stored_resource where document like '%\"tags\":[{%' order by path")
  List<String> documentsWithTags();

  /** How many rows there are. */
  @NativeQuery("select count(*) from stored_resource")
  long count();

  /** Stores a row that is new. */
  StoredResource save(StoredResource resource);

  /** Removes rows and leaves their mentions alone. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @NativeQuery("delete from stored_resource where path in (:paths)")
  void deleteByPaths(Collection<String> paths);

  /**
   * Rewrites what the system derives in a document, which is no change that counts as a revision.
   */
  @Modifying(flushAutomatically = true)
  @NativeQuery("update stored_resource set document = :document where path = :path")
  void rewrite(String path, String document);

  /** Removes everything. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @NativeQuery("delete from stored_resource")
  void deleteEverything();

  /** The next number for a firewall rule. */
  @BeforeWrites
  @NativeQuery("select nextval('firewall_rule_id')")
  long nextRuleId();
}
