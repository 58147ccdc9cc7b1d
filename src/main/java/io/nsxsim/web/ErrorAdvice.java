package io.nsxsim.web;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Turns whatever ends a request early into NSX's error body. */
@RestControllerAdvice
final class ErrorAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

  private final ErrorAnswers answers;

  ErrorAdvice(ErrorAnswers answers) {
    this.answers = answers;
  }

  @ExceptionHandler
  ResponseEntity<ErrorBody> refused(Refusal refusal) {
    return answers.entity(refusal);
  }

  @ExceptionHandler({
    StreamReadException.class,
    StreamConstraintsException.class,
    MismatchedInputException.class
  })
  ResponseEntity<ErrorBody> unreadable(JacksonException exception) {
    return answers.entity(new Refusal(Reason.MALFORMED_BODY, exception.getOriginalMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ErrorBody> unreadable(HttpMessageNotReadableException exception) {
    return switch (exception.getMostSpecificCause()) {
      case Refusal refusal -> refused(refusal);
      case JacksonException cause -> unreadable(cause);
      default -> answers.entity(new Refusal(Reason.MALFORMED_BODY, "The body cannot be read"));
    };
  }

  @ExceptionHandler
  ResponseEntity<ErrorBody> wrongType(MethodArgumentTypeMismatchException exception) {
    return answers.entity(
        new Refusal(
            Reason.INVALID_PARAMETER,
            "Parameter %s cannot be %s".formatted(exception.getName(), exception.getValue())));
  }

  /** A value that is no such number: stored documents have none, so a client sent it. */
  @ExceptionHandler
  ResponseEntity<ErrorBody> inconvertible(JsonNodeException exception) {
    return answers.entity(new Refusal(Reason.INVALID_VALUE, exception.getOriginalMessage()));
  }

  /** Tomcat cannot decode a parameter of the address or of a form. */
  @ExceptionHandler
  ResponseEntity<ErrorBody> undecodable(InvalidParameterException exception) {
    return answers.entity(
        new Refusal(Reason.INVALID_PARAMETER, "The parameters cannot be decoded as UTF-8."));
  }

  @ExceptionHandler
  ResponseEntity<ErrorBody> anythingElse(Exception exception) {
    if (exception instanceof ErrorResponse turnedDown) {
      return turnedDown(turnedDown, exception);
    }
    if (!DisconnectedClientHelper.isClientDisconnectedException(exception)) {
      LOG.error("Request failed", exception);
    }
    return answers.entity(new Refusal(Reason.INTERNAL, "Unexpected error, see the server's log"));
  }

  private ResponseEntity<ErrorBody> turnedDown(ErrorResponse response, Exception exception) {
    String detail = response.getBody().getDetail();
    String message = detail == null ? String.valueOf(exception.getMessage()) : detail;
    HttpHeaders headers = new HttpHeaders(response.getHeaders());
    headers.remove(HttpHeaders.CONTENT_TYPE);
    ResponseEntity<ErrorBody> answer =
        answers.entity(ErrorAnswers.ofStatus(response.getStatusCode().value(), message));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(headers)
        .headers(answer.getHeaders())
        .body(answer.getBody());
  }
}
