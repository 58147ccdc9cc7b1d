package io.nsxsim.web.manager;

import io.nsxsim.catalogue.Release;
import io.nsxsim.path.PolicyPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a manager without troubles answers to questions about itself: a file of documents by method,
 * address and action. In an address {@code {id}} stands for the id of an object that must exist; in
 * a document {@code {id}}, {@code {version}} and {@code {now}} (milliseconds since 1970) are filled
 * in, and {@code {address}}, where the client has found this server. Read when first asked for.
 */
@Component
public class FixedAnswers {

  private static final String FILE = "/manager/answers.json";
  private static final String ID = "{id}";

  private final Supplier<JsonNode> answers = SingletonSupplier.of(FixedAnswers::read);
  private final Release release;
  private final Clock clock;

  FixedAnswers(Release release, Clock clock) {
    this.release = release;
    this.clock = clock;
  }

  /**
   * An answer.
   *
   * @param owner the object that it tells of, which may not exist
   * @param body JSON, in which the server's address may still be open
   */
  record Found(Optional<PolicyPath> owner, String body) {

    /** The document, as it is answered at an address such as {@code 127.0.0.1:8443}. */
    byte[] at(String address) {
      return body.replace("{address}", address).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The answer to a request, if it is a fixed one; the action may be {@code null}. */
  Optional<Found> find(
      String method, PolicyPath path, @org.jspecify.annotations.Nullable String action) {
    String question = action == null ? "" : "?action=" + action;
    String address = method + " " + path.value().replace(Cluster.NODE_ID, "{node}");
    JsonNode exact = answers.get().get(address + question);
    if (exact != null) {
      return Optional.of(new Found(Optional.empty(), fill(exact, "")));
    }
    List<String> segments = path.segments();
    for (int i = 3; i < segments.size(); i++) {
      List<String> template = new ArrayList<>(segments);
      String id = template.set(i, ID);
      JsonNode answer = answers.get().get(method + " " + PolicyPath.of(template) + question);
      if (answer != null) {
        PolicyPath owner = PolicyPath.of(segments.subList(0, i + 1));
        return Optional.of(new Found(Optional.of(owner), fill(answer, id)));
      }
    }
    return Optional.empty();
  }

  /** Tells whether a request has a fixed answer, whatever its action. */
  public boolean answers(String method, PolicyPath path) {
    String actions = method + " " + path.value() + "?";
    return find(method, path, null).isPresent()
        || answers.get().propertyNames().stream().anyMatch(name -> name.startsWith(actions));
  }

  private String fill(JsonNode answer, String id) {
    String quoted = JsonMapper.shared().writeValueAsString(id);
    return answer
        .toString()
        .replace(ID, quoted.substring(1, quoted.length() - 1))
        .replace("{version}", release.nsxVersion())
        .replace("{node}", Cluster.NODE_ID)
        .replace("{cluster}", Cluster.CLUSTER_ID)
        .replace("\"{now}\"", String.valueOf(clock.millis()));
  }

  private static JsonNode read() {
    try (InputStream file = FixedAnswers.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("There is no " + FILE);
      }
      return JsonMapper.shared().readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
