package io.nsxsim.inventory.document;

import io.nsxsim.error.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object while it is read: hands out its fields by type and notes what is wrong. A field
 * that is absent, {@code null} or an empty text is absent. A wrong field yields its fallback, so
 * that reading goes on; fields that nobody asked for are refused at the end.
 */
final class Entry {

  private final JsonNode object;
  private final String pointer;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  private Entry(JsonNode object, String pointer, Problems problems) {
    this.object = object;
    this.pointer = pointer;
    this.problems = problems;
  }

  /** Reads one object; nothing when it is something else. */
  static <T> Optional<T> read(
      JsonNode node, String pointer, Problems problems, Function<Entry, T> reader) {
    if (!node.isObject()) {
      problems.invalid(pointer, "Expected an object, found " + brief(node));
      return Optional.empty();
    }
    Entry entry = new Entry(node, pointer, problems);
    T value = reader.apply(entry);
    entry.refuseUnknown();
    return Optional.of(value);
  }

  /** A text, or empty. */
  String text(String name, Form form) {
    JsonNode node = field(name);
    return isAbsent(node) ? "" : text(node, pointerTo(name), form);
  }

  /** A text, or the fallback when it is absent. */
  String text(String name, Form form, String fallback) {
    String found = text(name, form);
    return found.isEmpty() ? fallback : found;
  }

  /** A text that must be there. */
  String required(String name, Form form) {
    if (isAbsent(field(name))) {
      problems.add(Reason.MISSING_FIELD, pointerTo(name), "Required: " + form.expected());
    }
    return text(name, form);
  }

  boolean flag(String name, boolean fallback) {
    JsonNode node = field(name);
    if (isAbsent(node)) {
      return fallback;
    }
    if (!node.isBoolean()) {
      problems.invalid(pointerTo(name), "Expected true or false, found " + brief(node));
      return fallback;
    }
    return node.booleanValue();
  }

  /** A whole number from {@code least} to {@code most}. */
  long number(String name, long least, long most, long fallback) {
    JsonNode node = field(name);
    if (isAbsent(node)) {
      return fallback;
    }
    boolean whole = node.isIntegralNumber() && node.canConvertToLong();
    if (!whole || node.longValue() < least || node.longValue() > most) {
      problems.invalid(
          pointerTo(name),
          "Expected a whole number from %d to %d, found %s".formatted(least, most, brief(node)));
      return fallback;
    }
    return node.longValue();
  }

  /** One of the allowed words. */
  <T> T choice(String name, Map<String, T> allowed, T fallback) {
    JsonNode node = field(name);
    if (isAbsent(node)) {
      return fallback;
    }
    if (!node.isString() || !allowed.containsKey(node.stringValue())) {
      problems.invalid(
          pointerTo(name), "Expected one of %s, found %s".formatted(allowed.keySet(), brief(node)));
      return fallback;
    }
    return allowed.get(node.stringValue());
  }

  /** An object; nothing when absent. */
  <T> Optional<T> object(String name, Function<Entry, T> reader) {
    JsonNode node = field(name);
    return isAbsent(node) ? Optional.empty() : read(node, pointerTo(name), problems, reader);
  }

  /** A list of objects; empty when absent. */
  <T> List<T> objects(String name, Function<Entry, T> reader) {
    return elements(name, (node, at) -> read(node, at, problems, reader));
  }

  /** A list of objects that must be there, if only empty. */
  <T> List<T> requiredObjects(String name, Function<Entry, T> reader) {
    if (isAbsent(field(name))) {
      problems.add(Reason.MISSING_FIELD, pointerTo(name), "Required: a list");
    }
    return objects(name, reader);
  }

  /** A list of texts; empty when absent. */
  List<String> texts(String name, Form form) {
    return elements(name, (node, at) -> Optional.of(text(node, at, form)));
  }

  /** An object whose values are all texts; empty when absent. */
  Map<String, String> labels(String name) {
    JsonNode node = field(name);
    if (isAbsent(node)) {
      return Map.of();
    }
    if (!node.isObject()) {
      problems.invalid(pointerTo(name), "Expected an object, found " + brief(node));
      return Map.of();
    }
    SortedMap<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : node.properties()) {
      String at = pointerTo(name) + "/" + escape(label.getKey());
      labels.put(label.getKey(), text(label.getValue(), at, Form.TEXT));
    }
    return Collections.unmodifiableSortedMap(labels);
  }

  private <T> List<T> elements(String name, ElementReader<T> reader) {
    JsonNode node = field(name);
    if (isAbsent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      problems.invalid(pointerTo(name), "Expected a list, found " + brief(node));
      return List.of();
    }
    List<T> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      reader.read(node.get(i), pointerTo(name) + "/" + i).ifPresent(elements::add);
    }
    return List.copyOf(elements);
  }

  private String text(JsonNode node, String at, Form form) {
    if (!node.isString()) {
      problems.invalid(at, "Expected a text, found " + brief(node));
      return "";
    }
    Optional<String> canonical = form.canonical(node.stringValue());
    if (canonical.isEmpty()) {
      problems.invalid(at, "Expected " + form.expected() + ", found " + brief(node));
    }
    return canonical.orElse("");
  }

  private JsonNode field(String name) {
    asked.add(name);
    return object.path(name);
  }

  private String pointerTo(String name) {
    return pointer + "/" + name;
  }

  private void refuseUnknown() {
    for (String name : object.propertyNames()) {
      if (!asked.contains(name)) {
        problems.add(Reason.UNKNOWN_FIELD, pointer + "/" + escape(name), "Unknown field " + name);
      }
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isString() && node.stringValue().isEmpty());
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String brief(JsonNode node) {
    String text =
        node.isContainer() ? node.getNodeType().name().toLowerCase(Locale.ROOT) : node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  /** Reads one element of a list, given where it stands. */
  private interface ElementReader<T> {
    Optional<T> read(JsonNode node, String at);
  }
}
