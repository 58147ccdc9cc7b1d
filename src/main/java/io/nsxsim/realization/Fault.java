package io.nsxsim.realization;

import io.nsxsim.path.PolicyPath;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong with some objects.
 *
 * @param target a path, which stands for the object there and all below it, or the name of a kind
 */
public record Fault(String id, String target, Effect effect) {

  /** How it goes wrong. */
  public sealed interface Effect {}

  /** Each write takes some time to be realized. */
  public record Slow(Duration delay) implements Effect {}

  /** It is never realized. */
  public record Failing(String message) implements Effect {}

  /** Tells whether an object has this fault. */
  boolean concerns(JsonNode document) {
    String path = document.path("path").asString("");
    if (!isPath()) {
      return document.path("resource_type").asString("").equals(target);
    }
    return path.equals(target) || path.startsWith(target + "/");
  }

  /** Tells whether the target is a path instead of a kind. */
  boolean isPath() {
    return PolicyPath.isPolicyPath(target);
  }
}
