package io.nsxsim.web.policy;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Reads policy paths from addresses. */
final class RequestPath {

  private static final int PREFIX = "/policy/api/v1".length();

  private RequestPath() {}

  /** The policy path of an address; refuses what cannot be one, such as a slash within an id. */
  static PolicyPath read(String uri) {
    String path = uri.substring(PREFIX);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (path.indexOf('%') >= 0) {
      path = decode(path);
    }
    if (!PolicyPath.isPolicyPath(path)) {
      throw new Refusal(Reason.NO_SUCH_RESOURCE, "There is nothing at " + uri + ".");
    }
    return new PolicyPath(path);
  }

  private static String decode(String path) {
    if (path.contains("%2F") || path.contains("%2f")) {
      throw new Refusal(Reason.ILLEGAL_ID, "No id has a slash: " + path + ".");
    }
    try {
      return UriUtils.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.ILLEGAL_ID, "The address cannot be decoded: " + path + ".");
    }
  }
}
