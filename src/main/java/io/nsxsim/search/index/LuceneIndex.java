package io.nsxsim.search.index;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.search.language.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** An index in memory. Changes are found after the next refresh. */
final class LuceneIndex {

  /** Megabytes; enough for some ten thousand documents before anything is merged. */
  private static final double BUFFER = 48;

  private final IndexWriter writer;
  private final SearcherManager searchers;

  LuceneIndex() {
    try {
      IndexWriterConfig settings =
          new IndexWriterConfig()
              .setRAMBufferSizeMB(BUFFER)
              .setMergeScheduler(new SerialMergeScheduler())
              .setMaxFullFlushMergeWaitMillis(0)
              .setCommitOnClose(false);
      this.writer = new IndexWriter(new ByteBuffersDirectory(), settings);
      this.searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a document, in place of what has its key. */
  void put(Shown shown, String origin) {
    change(() ->
        writer.updateDocument(new Term(Names.KEY, shown.key()), IndexedDocument.of(shown, origin)));
  }

  /** Adds a document with a key that nothing has yet. */
  void add(Shown shown, String origin) {
    change(() -> writer.addDocument(IndexedDocument.of(shown, origin)));
  }

  void remove(String key) {
    change(() -> writer.deleteDocuments(new Term(Names.KEY, key)));
  }

  void removeAllOf(String origin) {
    change(() -> writer.deleteDocuments(new Term(Names.ORIGIN, origin)));
  }

  void refresh() {
    change(searchers::maybeRefreshBlocking);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void change(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of what fits a condition; refuses one that is too much to ask. */
  Found search(Condition condition, Order order, Position from, int most) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return page(searcher, condition, order.sort(), from, most);
      } finally {
        searchers.release(searcher);
      }
    } catch (IndexSearcher.TooManyClauses | TooComplexToDeterminizeException tooMuch) {
      throw new Refusal(Reason.MALFORMED_QUERY, "The search query is too complex.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Found page(
      IndexSearcher searcher, Condition condition, Sort sort, Position from, int most)
      throws IOException {
    int skipped = from instanceof Position.Behind(int documents) ? documents : 0;
    FieldDoc after = after(from, sort);
    int largest = Math.max(1, searcher.getIndexReader().maxDoc());
    int wanted = (int) Math.min(largest, (long) skipped + most + 1);
    TopFieldDocs top =
        searcher.search(
            LuceneQueries.of(condition),
            new TopFieldCollectorManager(sort, wanted, after, Integer.MAX_VALUE));
    ScoreDoc[] hits = top.scoreDocs;
    int end = (int) Math.min(hits.length, (long) skipped + most);
    StoredFields stored = searcher.storedFields();
    List<byte[]> documents = new ArrayList<>();
    for (int i = skipped; i < end; i++) {
      documents.add(source(stored, hits[i].doc));
    }
    boolean more = end < hits.length && hits[end - 1] instanceof FieldDoc;
    String cursor = more ? Position.cursorAfter((FieldDoc) hits[end - 1]) : "";
    return new Found(documents, top.totalHits.value(), cursor);
  }

  private static @Nullable FieldDoc after(Position from, Sort sort) {
    return switch (from) {
      case Position.Behind behind -> null;
      case Position.After after -> {
        if (after.values().size() != sort.getSort().length) {
          throw new Refusal(Reason.INVALID_PARAMETER, "The cursor is that of another order.");
        }
        yield after.document();
      }
    };
  }

  private static byte[] source(StoredFields stored, int document) throws IOException {
    BytesRef source =
        Objects.requireNonNull(
            stored.document(document, Set.of(Names.SOURCE)).getBinaryValue(Names.SOURCE));
    return Arrays.copyOfRange(source.bytes, source.offset, source.offset + source.length);
  }
}
