package io.nsxsim.web.simulation.picture;

import java.util.stream.Collectors;

/** A path in Graphviz' language. */
final class DotPicture {

  private DotPicture() {}

  static String draw(PathGraph graph) {
    StringBuilder text = new StringBuilder("digraph path {\n  rankdir=LR;\n");
    text.append("  label=\"%s\";\n".formatted(quoted(graph.title())));
    text.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      PathGraph.Node node = graph.nodes().get(i);
      String label =
          node.lines().stream().map(DotPicture::quoted).collect(Collectors.joining("\\n"));
      String color = node.taken() ? "" : ", color=gray, fontcolor=gray";
      text.append("  n%d [label=\"%s\"%s];\n".formatted(i, label, color));
    }
    for (PathGraph.Edge edge : graph.edges()) {
      String style =
          edge.broken()
              ? "color=red, style=dashed"
              : edge.taken() ? "penwidth=2" : "color=gray, style=dashed";
      text.append("  n%d -> n%d [%s];\n".formatted(edge.from(), edge.to(), style));
    }
    return text.append("}\n").toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\r\\n]", " ");
  }
}
