package io.nsxsim.search.index;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
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
  private final Set<String> anywhere = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private IndexedDocument() {}

  /** What is kept of a document. */
  static Document of(Shown shown, String origin) {
    IndexedDocument indexed = new IndexedDocument();
    indexed.add(shown, origin);
    return indexed.document;
  }

  private void add(Shown shown, String origin) {
    ObjectNode json = shown.document();
    term(Names.KEY, shown.key());
    term(Names.ORIGIN, origin);
    document.add(new SortedDocValuesField(Names.ORDER_OF_KEY, new BytesRef(shown.key())));
    document.add(new StoredField(Names.SOURCE, shown.text()));
    object("", json);
    json.properties().forEach(field -> order(field.getKey(), field.getValue()));
    if (!json.has("marked_for_delete")) {
      term(Names.VALUES, Terms.of("marked_for_delete", "false"));
    }
    json.path("tags").forEach(this::tag);
    names.forEach(name -> term(Names.FIELDS, name));
    anywhere.forEach(value -> term(Names.ANYWHERE, value));
  }

  private void tag(JsonNode tag) {
    String scope = tag.path("scope").asString("");
    String pair = scope + Terms.SEPARATOR + tag.path("tag").asString("");
    term(Names.VALUES, Terms.of(Terms.TAG_PAIR, pair));
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
    term(Names.VALUES, name + Terms.SEPARATOR + term);
    if (anywhere.add(term) && value.isString()) {
      words(term);
    }
    if (value.isNumber()) {
      number(name, value.doubleValue());
    } else {
      Terms.number(text).ifPresent(number -> number(name, number));
    }
  }

  private void number(String name, double number) {
    document.add(new StringField(Names.NUMBERS, Terms.of(name, number), Field.Store.NO));
  }

  /** Documents can be ordered by single values that are not nested. */
  private void order(String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      BytesRef key =
          value.isNumber() ? Terms.order(value.doubleValue()) : Terms.order(value.asString(""));
      document.add(new SortedDocValuesField(Names.order(name), key));
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
      anywhere.add(value.substring(start, end));
    }
  }

  private void term(String name, String value) {
    document.add(new StringField(name, value, Field.Store.NO));
  }
}
