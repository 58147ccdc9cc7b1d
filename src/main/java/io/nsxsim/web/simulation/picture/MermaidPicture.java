package io.nsxsim.web.simulation.picture;

import java.util.stream.Collectors;

/** A path as a Mermaid flowchart. */
final class MermaidPicture {

  private MermaidPicture() {}

  static String draw(PathGraph graph) {
    StringBuilder text = new StringBuilder("---\ntitle: \"");
    text.append(quoted(graph.title())).append("\"\n---\nflowchart LR\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      String label =
          graph.nodes().get(i).lines().stream()
              .map(MermaidPicture::quoted)
              .collect(Collectors.joining("<br/>"));
      text.append("  n%d[\"%s\"]\n".formatted(i, label));
    }
    for (PathGraph.Edge edge : graph.edges()) {
      String arrow = edge.broken() ? "--x" : edge.taken() ? "==>" : "-.->";
      text.append("  n%d %s n%d\n".formatted(edge.from(), arrow, edge.to()));
    }
    return text.toString();
  }

  /** Mermaid takes entities of HTML in quoted labels, written with a number sign. */
  private static String quoted(String text) {
    return text.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replaceAll("[\\r\\n]", " ");
  }
}
