package io.nsxsim.web.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.nsxsim.simulation.Answer;
import io.nsxsim.simulation.AnswerKind;
import io.nsxsim.simulation.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ping learns. */
@JsonPropertyOrder({"verdict", "transmitted", "received", "answered_by", "answer", "ttl", "reason"})
record PingAnswer(
    @JsonProperty("verdict") String verdict,
    @JsonProperty("transmitted") int transmitted,
    @JsonProperty("received") int received,
    @JsonProperty("answered_by") @Nullable String answeredBy,
    @JsonProperty("answer") @Schema(description = "REPLY, or the ICMP error; null for silence")
        @Nullable String answer,
    @JsonProperty("ttl") @Schema(description = "What is left of it in a reply") int ttl,
    @JsonProperty("reason") String reason) {

  static PingAnswer of(Trace trace, Optional<Answer> answer, int times, int ttl) {
    boolean isReply = answer.filter(each -> each.kind() == AnswerKind.REPLY).isPresent();
    return new PingAnswer(
        trace.verdict().name(),
        times,
        isReply ? times : 0,
        answer.map(each -> each.from().toString()).orElse(null),
        answer.map(each -> each.kind().name()).orElse(null),
        isReply ? ttl : 0,
        trace.fate().name() + ": " + trace.reason());
  }
}
