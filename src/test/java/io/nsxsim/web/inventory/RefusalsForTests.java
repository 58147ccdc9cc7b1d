package io.nsxsim.web.inventory;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Stands in for the server's own error advice while that is not there. */
@RestControllerAdvice
class RefusalsForTests {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refuse(Refusal refusal) {
    Problem first = refusal.problems().getFirst();
    List<Map<String, Object>> related =
        refusal.problems().stream()
            .map(problem -> Map.<String, Object>of("error_message", problem.field()))
            .toList();
    return ResponseEntity.status(first.reason().status())
        .body(Map.of("error_code", first.reason().code(), "related_errors", related));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refuse(HttpMessageNotReadableException unreadable) {
    return refuse(new Refusal(Reason.MALFORMED_BODY, "Unreadable"));
  }
}
