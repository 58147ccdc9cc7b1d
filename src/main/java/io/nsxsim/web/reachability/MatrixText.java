package io.nsxsim.web.reachability;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.reachability.Matrix;
import io.nsxsim.simulation.Outcome;
import io.nsxsim.topology.Workload;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A matrix line by line, written while it is worked out. */
final class MatrixText {

  private static final int WIDEST = 200;

  private MatrixText() {}

  /** Every pair on a line of its own. */
  static void csv(Matrix matrix, OutputStream out) throws IOException {
    Writer writer = writer(out);
    writer.write("from,to,reached,verdict,fate,deciding_path,return_verdict\r\n");
    List<String> sources = names(matrix.request().from());
    List<String> destinations = names(matrix.request().to());
    for (int i = 0; i < sources.size(); i++) {
      for (int j = 0; j < destinations.size(); j++) {
        if (!matrix.isSame(i, j)) {
          writer.write(sources.get(i));
          writer.write(',');
          writer.write(destinations.get(j));
          writer.write(line(matrix.outcome(i, j)));
        }
      }
    }
    writer.flush();
  }

  private static String line(Outcome outcome) {
    return ",%b,%s,%s,%s,%s\r\n"
        .formatted(
            outcome.reaches(),
            outcome.verdict(),
            outcome.fate(),
            outcome.decidedBy().map(PolicyPath::value).map(MatrixText::quoted).orElse(""),
            outcome.back().map(Enum::name).orElse(""));
  }

  private static List<String> names(List<Workload> workloads) {
    return workloads.stream().map(MatrixAnswer::name).map(MatrixText::quoted).toList();
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A table of the first senders and destinations, with the sums over all of them. */
  static void html(Matrix matrix, OutputStream out) throws IOException {
    Writer writer = writer(out);
    writer.write(
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Reachability</title><style>
        body{font:14px sans-serif;margin:2em} table{border-collapse:collapse}
        th{font-weight:normal;text-align:left;padding:2px 6px}
        thead th{writing-mode:vertical-rl;vertical-align:bottom}
        td{width:1.2em;height:1.2em;border:1px solid #fff;text-align:center}
        .y{background:#2da44e;color:#fff}.n{background:#cf222e;color:#fff}
        .r{background:#bf8700;color:#fff}.s{background:#eee}.sum td{width:auto;padding:2px 8px}
        </style><h1>Reachability</h1>
        """);
    sums(matrix, writer);
    table(matrix, writer);
    writer.write("</html>\n");
    writer.flush();
  }

  private static void sums(Matrix matrix, Writer writer) throws IOException {
    writer.write("<table class=\"sum\">");
    for (Map.Entry<Outcome, Long> entry : matrix.counts().entrySet()) {
      Outcome outcome = entry.getKey();
      writer.write(
          "<tr><td class=\"%s\">%s</td><td>%s</td><td>%d pairs</td></tr>"
              .formatted(mark(outcome), sign(outcome), title(outcome), entry.getValue()));
    }
    writer.write("</table>\n");
  }

  private static void table(Matrix matrix, Writer writer) throws IOException {
    List<Workload> to = matrix.request().to();
    List<Workload> from = matrix.request().from();
    int columns = Math.min(WIDEST, to.size());
    int rows = Math.min(WIDEST, from.size());
    if (columns < to.size() || rows < from.size()) {
      writer.write(
          "<p>The first %d of %d senders and %d of %d destinations; the CSV form has all.</p>"
              .formatted(rows, from.size(), columns, to.size()));
    }
    writer.write("<table><thead><tr><th></th>");
    for (int j = 0; j < columns; j++) {
      writer.write("<th>" + HtmlUtils.htmlEscape(MatrixAnswer.name(to.get(j))) + "</th>");
    }
    writer.write("</tr></thead>\n");
    for (int i = 0; i < rows; i++) {
      writer.write("<tr><th>" + HtmlUtils.htmlEscape(MatrixAnswer.name(from.get(i))) + "</th>");
      for (int j = 0; j < columns; j++) {
        writer.write(matrix.isSame(i, j) ? "<td class=\"s\"></td>" : cell(matrix.outcome(i, j)));
      }
      writer.write("</tr>\n");
    }
    writer.write("</table>\n");
  }

  private static String cell(Outcome outcome) {
    return "<td class=\"%s\" title=\"%s\">%s</td>"
        .formatted(mark(outcome), title(outcome), sign(outcome));
  }

  private static String mark(Outcome outcome) {
    return outcome.reaches() ? "y" : outcome.back().isPresent() ? "r" : "n";
  }

  private static String sign(Outcome outcome) {
    return outcome.reaches() ? "✓" : outcome.back().isPresent() ? "↩" : "✗";
  }

  private static String title(Outcome outcome) {
    String back = outcome.back().map(verdict -> ", answer " + verdict).orElse("");
    String by = outcome.decidedBy().map(path -> " by " + path).orElse("");
    return HtmlUtils.htmlEscape(outcome.verdict() + " (" + outcome.fate() + by + ")" + back);
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }
}
