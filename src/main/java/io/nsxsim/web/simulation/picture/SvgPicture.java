package io.nsxsim.web.simulation.picture;

import java.util.ArrayList;
import java.util.List;

/** A path as a drawing of boxes, a column for each step from the source. */
final class SvgPicture {

  private static final int MARGIN = 24;
  private static final int GAP = 56;
  private static final int LINE = 17;
  private static final int PADDING = 12;
  private static final double LETTER = 7.2;
  private static final int NARROWEST = 90;

  private final PathGraph graph;
  private final List<Box> boxes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private record Box(int x, int y, int width, int height) {
    int middle() {
      return y + height / 2;
    }

    int right() {
      return x + width;
    }
  }

  SvgPicture(PathGraph graph) {
    this.graph = graph;
    place();
  }

  String draw() {
    int width = boxes.stream().mapToInt(Box::right).max().orElse(0) + MARGIN;
    int wide = Math.max(width, (int) (graph.title().length() * LETTER) + 2 * MARGIN);
    int high = boxes.stream().mapToInt(box -> box.y() + box.height()).max().orElse(0) + MARGIN;
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        font-family="sans-serif" font-size="13">
        <defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" \
        markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" \
        fill="context-stroke"/></marker></defs>
        <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(wide, high));
    text.append(
        "<text x=\"%d\" y=\"28\" font-weight=\"bold\" fill=\"%s\">%s</text>\n"
            .formatted(MARGIN, graph.reached() ? "#1a7f37" : "#b42318", escaped(graph.title())));
    graph.edges().forEach(this::draw);
    for (int i = 0; i < boxes.size(); i++) {
      draw(graph.nodes().get(i), boxes.get(i));
    }
    return text.append("</svg>\n").toString();
  }

  /** Columns are as wide as their widest box; the boxes of one stand below each other. */
  private void place() {
    int columns = graph.nodes().stream().mapToInt(PathGraph.Node::column).max().orElse(0) + 1;
    int[] left = new int[columns + 1];
    left[0] = MARGIN;
    for (int column = 0; column < columns; column++) {
      int current = column;
      int widest =
          graph.nodes().stream()
              .filter(node -> node.column() == current)
              .mapToInt(SvgPicture::width)
              .max()
              .orElse(0);
      left[column + 1] = left[column] + widest + GAP;
    }
    int[] top = new int[columns];
    java.util.Arrays.fill(top, 56);
    for (PathGraph.Node node : graph.nodes()) {
      int height = node.lines().size() * LINE + 2 * PADDING - 4;
      int column = node.column();
      boxes.add(new Box(left[column], top[column], width(node), height));
      top[column] += height + MARGIN;
    }
  }

  private static int width(PathGraph.Node node) {
    int letters = node.lines().stream().mapToInt(String::length).max().orElse(0);
    return Math.max(NARROWEST, (int) (letters * LETTER) + 2 * PADDING);
  }

  private void draw(PathGraph.Node node, Box box) {
    String color = node.id().equals("goal") ? "#b42318" : node.taken() ? "#24292f" : "#9a9a9a";
    text.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"%s\"/>\n"
            .formatted(box.x(), box.y(), box.width(), box.height(), fill(node.kind()), color));
    for (int i = 0; i < node.lines().size(); i++) {
      text.append(
          "<text x=\"%d\" y=\"%d\" fill=\"%s\"%s>%s</text>\n"
              .formatted(
                  box.x() + PADDING,
                  box.y() + PADDING + 9 + i * LINE,
                  color,
                  i == 0 ? " font-weight=\"bold\"" : "",
                  escaped(node.lines().get(i))));
    }
  }

  private void draw(PathGraph.Edge edge) {
    Box from = boxes.get(edge.from());
    Box to = boxes.get(edge.to());
    boolean forward = to.x() > from.x();
    int startX = forward ? from.right() : from.x();
    int endX = forward ? to.x() : to.right();
    String color = edge.broken() ? "#b42318" : edge.taken() ? "#0969da" : "#9a9a9a";
    text.append(
        ("<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s"
                + " marker-end=\"url(#tip)\"/>\n")
            .formatted(
                startX,
                from.middle(),
                (startX + endX) / 2,
                from.middle(),
                (startX + endX) / 2,
                to.middle(),
                endX,
                to.middle(),
                color,
                edge.taken() ? "2" : "1",
                edge.broken() || !edge.taken() ? " stroke-dasharray=\"5 4\"" : ""));
  }

  private static String fill(String kind) {
    return switch (kind) {
      case "TIER0" -> "#dbeafe";
      case "TIER1" -> "#e0f2fe";
      case "PHYSICAL_ROUTER", "TRANSIT_ROUTER" -> "#f3f4f6";
      case "KUBERNETES_NODE" -> "#ede9fe";
      case "" -> "#fef2f2";
      default -> "#ecfdf5";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\x00-\\x1f]", " ");
  }
}
