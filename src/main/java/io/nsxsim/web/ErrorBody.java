package io.nsxsim.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * NSX's error body.
 *
 * @param httpStatus name of the status, such as {@code NOT_FOUND}
 * @param details pointer to what is wrong in the request, empty if it is the whole of it
 * @param relatedErrors what else is wrong
 */
record ErrorBody(
    @JsonProperty("httpStatus") String httpStatus,
    @JsonProperty("error_code") int errorCode,
    @JsonProperty("module_name") String moduleName,
    @JsonProperty("error_message") String errorMessage,
    @JsonProperty("details") @JsonInclude(JsonInclude.Include.NON_EMPTY) String details,
    @JsonProperty("related_errors") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ErrorBody> relatedErrors) {

  /** The body for a refusal; its first problem is the main one. */
  static ErrorBody of(Refusal refusal) {
    List<Problem> problems = refusal.problems();
    List<ErrorBody> related =
        problems.stream().skip(1).map(problem -> of(problem, List.of())).toList();
    return of(problems.getFirst(), related);
  }

  private static ErrorBody of(Problem problem, List<ErrorBody> related) {
    Reason reason = problem.reason();
    String status = HttpStatus.valueOf(reason.status()).name();
    return new ErrorBody(
        status, reason.code(), reason.module(), problem.message(), problem.field(), related);
  }
}
