package io.nsxsim.catalogue.inspection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signature as its author writes it: {@code alert tcp any any -> any any (msg:"…"; sid:1;
 * rev:1;)}.
 *
 * @param text as it was sent
 * @param action the first word, as {@code alert}
 * @param protocol the second word
 * @param options by name, without quotes; of one that is repeated, the first
 */
public record RawSignature(
    String text, String action, String protocol, Map<String, String> options) {

  private static final Pattern RULE =
      Pattern.compile(
          "\\s*(alert|drop|reject|pass)\\s+(\\w+)\\s+\\S+\\s+\\S+\\s+(?:->|<>)\\s+\\S+\\s+\\S+\\s*"
              + "\\((.*)\\)\\s*",
          Pattern.DOTALL);
  private static final Pattern OPTION =
      Pattern.compile("\\s*([\\w.]+)(?:\\s*:((?:\"(?:[^\"\\\\]|\\\\.)*\"|\\\\.|[^;\"\\\\])*))?;");
  private static final Pattern SEVERITY = Pattern.compile("signature_severity\\s+(\\w+)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  public RawSignature {
    options = Map.copyOf(options);
  }

  /** Reads a signature; empty if it is none, or has no number. */
  public static Optional<RawSignature> read(String text) {
    Matcher rule = RULE.matcher(text);
    if (!rule.matches()) {
      return Optional.empty();
    }
    Map<String, String> options = new LinkedHashMap<>();
    Matcher option = OPTION.matcher(rule.group(3));
    int end = 0;
    while (option.find() && option.start() == end) {
      options.putIfAbsent(option.group(1), unquoted(option.group(2)));
      end = option.end();
    }
    boolean whole = rule.group(3).substring(end).isBlank();
    if (!whole || !NUMBER.matcher(options.getOrDefault("sid", "")).matches()) {
      return Optional.empty();
    }
    return Optional.of(new RawSignature(text, rule.group(1), rule.group(2), options));
  }

  private static String unquoted(@Nullable String value) {
    String plain = value == null ? "" : value.strip();
    boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
    return quoted ? plain.substring(1, plain.length() - 1) : plain;
  }

  /** The number that its author gave it. */
  public int number() {
    return Integer.parseInt(option("sid"));
  }

  /** What an option says; empty if it is not there. */
  public String option(String name) {
    return options.getOrDefault(name, "");
  }

  /** How serious its author takes it; empty if that is not said. */
  public String severity() {
    Matcher severity = SEVERITY.matcher(option("metadata"));
    return severity.find() ? severity.group(1) : "";
  }
}
