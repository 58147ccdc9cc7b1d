package io.nsxsim.web.policy;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Reads policy paths from addresses. */
public final class RequestPath {

  /** What the engine's paths of the Manager API begin with; the Policy API has none of them. */
  private static final String MANAGER = "/api/";

  private RequestPath() {}

  /** The policy path that follows a prefix in an address; refuses what cannot be one. */
  public static PolicyPath below(String prefix, String uri) {
    PolicyPath path = read(uri.substring(prefix.length()), uri);
    if (path.value().startsWith(MANAGER)) {
      throw nothingAt(uri);
    }
    return path;
  }

  /** The path of the Manager API that is the whole address. */
  public static PolicyPath whole(String uri) {
    return read(uri, uri);
  }

  private static PolicyPath read(String given, String uri) {
    String path = given;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (path.indexOf('%') >= 0) {
      path = decode(path);
    }
    if (!PolicyPath.isPolicyPath(path)) {
      throw nothingAt(uri);
    }
    return new PolicyPath(path);
  }

  private static Refusal nothingAt(String uri) {
    return new Refusal(Reason.NO_SUCH_RESOURCE, "There is nothing at " + uri + ".");
  }

  private static String decode(String path) {
    try {
      return UriUtils.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.ILLEGAL_ID, "The address cannot be decoded: " + path + ".");
    }
  }
}
