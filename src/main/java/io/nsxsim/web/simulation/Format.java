package io.nsxsim.web.simulation;

import io.nsxsim.error.Reason;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are what a terminal shows or JSON, as is asked for. */
final class Format {

  private Format() {}

  /** Tells whether JSON is asked for, by a parameter or else by a header; refuses other words. */
  static boolean isJson(String format, String accept) {
    if (!List.of("", "json", "text").contains(format)) {
      throw Question.refused(Reason.INVALID_PARAMETER, "format", "format must be json or text");
    }
    return format.equals("json")
        || format.isEmpty() && accept.contains(MediaType.APPLICATION_JSON_VALUE);
  }

  static ResponseEntity<Object> json(Object body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  static ResponseEntity<Object> text(String body) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .body(body);
  }
}
