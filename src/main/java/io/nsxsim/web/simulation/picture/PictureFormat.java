package io.nsxsim.web.simulation.picture;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a path can be drawn. */
public enum PictureFormat {
  MERMAID("text/plain", MermaidPicture::draw),
  DOT("text/vnd.graphviz", DotPicture::draw),
  SVG("image/svg+xml", graph -> new SvgPicture(graph).draw());

  private final String mediaType;
  private final Function<PathGraph, String> drawing;

  PictureFormat(String mediaType, Function<PathGraph, String> drawing) {
    this.mediaType = mediaType;
    this.drawing = drawing;
  }

  /** The format of a name in lower case. */
  public static Optional<PictureFormat> of(String name) {
    return Stream.of(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  public String draw(PathGraph graph) {
    return drawing.apply(graph);
  }
}
