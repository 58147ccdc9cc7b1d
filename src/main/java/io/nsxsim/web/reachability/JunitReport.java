package io.nsxsim.web.reachability;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.reachability.AssertionCheck;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.Hop;
import io.nsxsim.simulation.Trace;
import java.util.List;
import java.util.Locale;

/** How statements fare, as the XML that build servers read: a test case for each statement. */
final class JunitReport {

  private JunitReport() {}

  static String of(List<AssertionCheck.Result> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append(
        "<testsuite name=\"reachability\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n"
            .formatted(results.size(), failed));
    results.forEach(result -> text.append(testCase(result)));
    return text.append("</testsuite>\n").toString();
  }

  private static String testCase(AssertionCheck.Result result) {
    String name = escaped(result.assertion().text());
    if (result.passed()) {
      return "  <testcase classname=\"reachability\" name=\"%s\"/>\n".formatted(name);
    }
    String message =
        result.pairs() == 0
            ? "There is no pair of workloads to look at"
            : "%d of %d pairs are not as stated".formatted(result.failures(), result.pairs());
    StringBuilder details = new StringBuilder();
    result.examples().forEach(failure -> details.append(describe(failure)));
    return "  <testcase classname=\"reachability\" name=\"%s\">\n    <failure message=\"%s\">%s</failure>\n  </testcase>\n"
        .formatted(name, message, escaped(details.toString()));
  }

  private static String describe(AssertionCheck.Failure failure) {
    String on =
        failure.probe().protocol().name().toLowerCase(Locale.ROOT)
            + (failure.probe().port() == 0 ? "" : "/" + failure.probe().port());
    String header =
        "%s to %s on %s: %s\n"
            .formatted(
                MatrixAnswer.name(failure.from()),
                MatrixAnswer.name(failure.to()),
                on,
                failure.outcome().verdict());
    return header + failure.trace().map(JunitReport::hops).orElse("");
  }

  private static String hops(Trace trace) {
    StringBuilder text = new StringBuilder();
    for (Hop hop : trace.hops()) {
      text.append(
          "  %2d %s %s\n"
              .formatted(
                  hop.ttl(),
                  hop.answer().map(Answer::from).map(Object::toString).orElse("*"),
                  hop.name()));
    }
    return text.append("  %s: %s".formatted(trace.fate(), trace.reason()))
        .append(trace.decidingPath().map(PolicyPath::value).map(path -> " " + path).orElse(""))
        .append('\n')
        .toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
  }
}
