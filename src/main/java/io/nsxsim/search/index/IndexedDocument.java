package io.nsxsim.search.index;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a JSON document into what the index keeps of it. */
final class IndexedDocument {

  private static final String BETWEEN_WORDS = " \t\n\r/,;|()[]{}\"'";
  private static final String WITHIN_WORDS = "-_.:";

  private final Document document = new Document();
  private final Set<String> everywhere = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> ordered = new HashSet<>();

  private IndexedDocument() {}

  /** What is kept of a document. */
  static Document of(Shown shown, String origin) {
    IndexedDocument indexed = new IndexedDocument();
    indexed.add(shown.key(), origin, shown);
    return indexed.document;
  }

  private void add(String key, String origin, Shown shown) {
    ObjectNode json = shown.document();
    term(Names.KEY, key);
    term(Names.ORIGIN, origin);
    document.add(new SortedDocValuesField(Names.order(Names.KEY), new BytesRef(key)));
    document.add(new StoredField(Names.SOURCE, shown.text()));
    object("", json);
    if (!json.has("marked_for_delete")) {
      term("marked_for_delete", "false");
    }
    json.path("tags").forEach(this::tag);
    names.forEach(name -> term(Names.FIELDS, Terms.of(name)));
    everywhere.forEach(value -> term(Names.ALL, value));
  }

  private void tag(JsonNode tag) {
    String scope = tag.path("scope").asString("");
    term(Names.TAGS, Terms.of(scope + Terms.PAIR + tag.path("tag").asString("")));
  }

  private void object(String prefix, ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      value(prefix + field.getKey(), field.getValue());
    }
  }

  private void value(String name, JsonNode value) {
    switch (value) {
      case ObjectNode object -> {
        if (!object.isEmpty()) {
          names.add(name);
          object(name + ".", object);
        }
      }
      case ArrayNode array -> array.forEach(element -> value(name, element));
      default -> single(name, value);
    }
  }

  private void single(String name, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    String text = value.asString("");
    String term = Terms.of(text);
    names.add(name);
    term(name, term);
    if (everywhere.add(term) && value.isString()) {
      words(term);
    }
    if (value.isNumber()) {
      number(name, value.doubleValue());
      return;
    }
    if (value.isString()) {
      Terms.number(text)
          .ifPresent(number -> document.add(new DoublePoint(Names.number(name), number)));
    }
    if (ordered.add(name)) {
      document.add(new SortedDocValuesField(Names.order(name), Terms.order(text)));
    }
  }

  private void number(String name, double number) {
    document.add(new DoublePoint(Names.number(name), number));
    if (ordered.add(name)) {
      document.add(new SortedDocValuesField(Names.order(name), Terms.order(number)));
    }
  }

  /** A value's words, and the parts of words with dashes and dots, are found by themselves. */
  private void words(String value) {
    int word = 0;
    int part = 0;
    for (int i = 0; i <= value.length(); i++) {
      boolean ends = i == value.length() || BETWEEN_WORDS.indexOf(value.charAt(i)) >= 0;
      if (ends || WITHIN_WORDS.indexOf(value.charAt(i)) >= 0) {
        word(value, part, i);
        part = i + 1;
      }
      if (ends) {
        word(value, word, i);
        word = i + 1;
      }
    }
  }

  private void word(String value, int start, int end) {
    if (start < end) {
      everywhere.add(value.substring(start, end));
    }
  }

  private void term(String name, String value) {
    document.add(new StringField(name, value, Field.Store.NO));
  }
}
