package io.nsxsim.web.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.web.simulation.TraceAnswer.Headers;
import io.nsxsim.web.simulation.TraceAnswer.HopAnswer;
import io.nsxsim.web.simulation.TraceAnswer.StepAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

class HopWriterTest {

  private static final Headers PORTS =
      new Headers("10.0.0.1", "10.0.0.2", "TCP", 40000, 443, null, null, 64);
  private static final Headers ICMP =
      new Headers("10.0.0.1", "10.0.0.2", "ICMP", null, null, 8, 0, 63);
  private static final StepAnswer STEP = new StepAnswer("ROUTE", "/infra/t\"1", "via é");

  private final JsonMapper written = JsonMapper.shared();
  private final JsonMapper described =
      JsonMapper.builder().addMixIn(HopAnswer.class, AsDescribed.class).build();

  @JsonSerialize(using = ValueSerializer.None.class)
  private interface AsDescribed {}

  @Test
  void hops_are_written_as_the_annotations_of_their_fields_describe_them() {
    for (HopAnswer hop :
        List.of(
            new HopAnswer(
                1,
                "10.0.0.254",
                "!N",
                "/infra/tier-1s/a",
                "10.0.0.254",
                List.of(STEP),
                PORTS,
                ICMP),
            new HopAnswer(
                2,
                null,
                "",
                null,
                null,
                List.of(new StepAnswer("DROPPED", null, "")),
                ICMP,
                PORTS))) {
      assertThat(written.writeValueAsString(hop)).isEqualTo(described.writeValueAsString(hop));
    }
  }
}
