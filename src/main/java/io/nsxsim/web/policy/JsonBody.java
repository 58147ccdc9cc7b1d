package io.nsxsim.web.policy;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON objects that clients send. */
public final class JsonBody {

  private JsonBody() {}

  /** The body as an object; anything else is refused. */
  public static ObjectNode read(HttpServletRequest request) throws IOException {
    JsonNode body;
    try {
      body = JsonMapper.shared().readTree(request.getInputStream());
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new Refusal(
          Reason.MALFORMED_BODY, "The body is not JSON: " + e.getOriginalMessage() + ".");
    }
    if (!(body instanceof ObjectNode object)) {
      throw new Refusal(Reason.MALFORMED_BODY, "The body must be a JSON object.");
    }
    if (hasNul(object)) {
      throw new Refusal(Reason.INVALID_VALUE, "No text has a NUL character.");
    }
    return object;
  }

  /** Some databases cannot hold the character, so none is let in. */
  private static boolean hasNul(JsonNode value) {
    if (value.isString()) {
      return value.stringValue().indexOf(0) >= 0;
    }
    if (!value.isContainer()) {
      return false;
    }
    for (String name : value.propertyNames()) {
      if (name.indexOf(0) >= 0) {
        return true;
      }
    }
    for (JsonNode inner : value) {
      if (hasNul(inner)) {
        return true;
      }
    }
    return false;
  }
}
