package io.nsxsim.web.realization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Refusal;
import io.nsxsim.realization.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault as JSON.
 *
 * @param target a path, which stands for all below it too, or the name of a kind such as Segment
 * @param effect {@code slow=5s}, {@code error} or {@code error=message}
 */
record FaultDocument(
    @JsonProperty("id") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id,
    @JsonProperty("target") @Nullable String target,
    @JsonProperty("effect") @Nullable String effect) {

  static FaultDocument of(Fault fault) {
    return new FaultDocument(fault.id(), fault.target(), Effects.text(fault.effect()));
  }

  Fault fault() {
    if (effect == null) {
      throw new Refusal(List.of(Problem.missing("/effect", "A fault has an effect.")));
    }
    return new Fault(id == null ? "" : id, target == null ? "" : target, Effects.read(effect));
  }
}
