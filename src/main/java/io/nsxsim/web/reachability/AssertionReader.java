package io.nsxsim.web.reachability;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.net.Protocol;
import io.nsxsim.reachability.Assertion;
import io.nsxsim.reachability.AssertionCheck;
import io.nsxsim.web.simulation.Body;
import io.nsxsim.web.simulation.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads statements from JSON or from lines; all that is wrong is refused together. */
final class AssertionReader {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<from>.+?)\\s+(?<never>never\\s+)?reaches\\s+(?<to>.+?)"
              + "(\\s+on\\s+(?<protocol>[A-Za-z]+)(/(?<port>\\S+))?)?");
  private static final String REACHES = "reaches";
  private static final String NEVER = "never reaches";

  private final WorkloadSets sets;
  private final AssertionCheck check;
  private final List<Problem> problems = new ArrayList<>();

  AssertionReader(WorkloadSets sets, AssertionCheck check) {
    this.sets = sets;
    this.check = check;
  }

  /** A statement as typed. */
  private record Typed(
      String name,
      List<String> from,
      List<String> to,
      boolean reaches,
      String protocol,
      String port) {}

  List<Assertion> json(JsonNode json) {
    JsonNode list = json.isArray() ? json : only(json);
    List<Assertion> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode entry = list.get(i);
      attempt("assertions/" + i, () -> typed(entry)).ifPresent(read::add);
    }
    return finished(read);
  }

  private static JsonNode only(JsonNode json) {
    Body.of(json, Set.of("assertions"));
    if (!json.path("assertions").isArray()) {
      throw Question.refused(
          Reason.MISSING_FIELD, "assertions", "assertions must be a list of statements");
    }
    return json.path("assertions");
  }

  private static Typed typed(JsonNode entry) {
    Body body = Body.of(entry, Set.of("name", "from", "to", "protocol", "port", "expect"));
    String expect = body.text("expect", REACHES);
    if (!expect.equals(REACHES) && !expect.equals(NEVER)) {
      throw Question.refused(
          Reason.INVALID_VALUE, "expect", "expect must be \"reaches\" or \"never reaches\"");
    }
    List<String> from = body.texts("from");
    List<String> to = body.texts("to");
    String protocol = body.text("protocol", "");
    String port = body.text("port", "");
    String on = protocol.isEmpty() ? "" : " on " + protocol + (port.isEmpty() ? "" : "/" + port);
    String name =
        "%s %s %s%s".formatted(String.join(", ", from), expect, String.join(", ", to), on);
    return new Typed(body.text("name", name), from, to, expect.equals(REACHES), protocol, port);
  }

  List<Assertion> lines(String text) {
    List<Assertion> read = new ArrayList<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && !line.startsWith("#")) {
        attempt("line " + (i + 1), () -> typed(line)).ifPresent(read::add);
      }
    }
    return finished(read);
  }

  private static Typed typed(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          "A statement reads \"A reaches B on tcp/443\" or \"A never reaches B\", not: " + line);
    }
    return new Typed(
        line,
        List.of(matcher.group("from").split("\\s*,\\s*")),
        List.of(matcher.group("to").split("\\s*,\\s*")),
        matcher.group("never") == null,
        Optional.ofNullable(matcher.group("protocol")).orElse(""),
        Optional.ofNullable(matcher.group("port")).orElse(""));
  }

  private Optional<Assertion> attempt(String place, java.util.function.Supplier<Typed> reading) {
    try {
      return Optional.of(resolved(reading.get()));
    } catch (Refusal refusal) {
      refusal
          .problems()
          .forEach(each ->
              problems.add(
                  new Problem(
                      each.reason(),
                      each.field().isEmpty() ? place : place + "/" + each.field(),
                      place + ": " + each.message())));
      return Optional.empty();
    }
  }

  private Assertion resolved(Typed typed) {
    return new Assertion(
        typed.name(),
        sets.find("from", typed.from()),
        sets.find("to", typed.to()),
        typed.reaches(),
        probes(typed));
  }

  private Set<Assertion.Probe> probes(Typed typed) {
    if (typed.protocol().isEmpty() && typed.port().isEmpty()) {
      return typed.reaches() ? Set.of(new Assertion.Probe(Protocol.ICMP, 0)) : check.everything();
    }
    PairsQuestion question =
        new PairsQuestion(List.of(), List.of(), typed.protocol(), typed.port());
    return Set.of(new Assertion.Probe(question.spoken(), question.number()));
  }

  private List<Assertion> finished(List<Assertion> read) {
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    if (read.isEmpty()) {
      throw new Refusal(Reason.INVALID_VALUE, "There is no statement in the body.");
    }
    return read;
  }
}
