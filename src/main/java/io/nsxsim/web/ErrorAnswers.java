package io.nsxsim.web;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.security.RefusalWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one place where refusals become HTTP, for controllers, filters and the servlet container. */
@Component
final class ErrorAnswers implements RefusalWriter {

  private final JsonMapper mapper;

  ErrorAnswers(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The answer of a controller. */
  ResponseEntity<ErrorBody> entity(Refusal refusal) {
    return ResponseEntity.status(status(refusal))
        .contentType(MediaType.APPLICATION_JSON)
        .body(ErrorBody.of(refusal));
  }

  @Override
  public void write(Refusal refusal, HttpServletResponse response) throws IOException {
    byte[] body = mapper.writeValueAsBytes(ErrorBody.of(refusal));
    response.setStatus(status(refusal));
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The refusal for a request that a framework has turned down with nothing but a status. */
  static Refusal ofStatus(int status, String message) {
    return new Refusal(reason(status), message);
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 401, 403 -> Reason.UNAUTHENTICATED;
      case 404 -> Reason.NO_SUCH_RESOURCE;
      case 405 -> Reason.METHOD_NOT_ALLOWED;
      case 413 -> Reason.TOO_LARGE;
      case 415 -> Reason.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? Reason.INVALID_PARAMETER : Reason.INTERNAL;
    };
  }

  private static int status(Refusal refusal) {
    return refusal.problems().getFirst().reason().status();
  }
}
