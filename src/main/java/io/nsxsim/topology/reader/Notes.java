package io.nsxsim.topology.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was assumed or left out while reading, by the device that it concerns. */
final class Notes {

  private final Map<String, List<String>> bySubject = new HashMap<>();

  void add(String subject, String text) {
    List<String> notes = bySubject.computeIfAbsent(subject, absent -> new ArrayList<>());
    if (!notes.contains(text)) {
      notes.add(text);
    }
  }

  Map<String, List<String>> all() {
    Map<String, List<String>> all = new HashMap<>();
    bySubject.forEach((subject, notes) -> all.put(subject, List.copyOf(notes)));
    return all;
  }
}
