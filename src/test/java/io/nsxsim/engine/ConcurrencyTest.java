package io.nsxsim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(properties = "nsxsim.scenario=none")
class ConcurrencyTest {

  private static final Author ADMIN = Author.client("admin");

  @Autowired private PolicyEngine engine;

  @Test
  void of_many_who_put_the_same_revision_one_wins() throws Exception {
    PolicyPath path = new PolicyPath("/infra/domains/default/groups/contested");
    engine.put(path, body("{}"), ADMIN);
    List<Integer> outcomes =
        together(
            16,
            i -> {
              try {
                engine.put(path, body("{\"_revision\":0,\"display_name\":\"n" + i + "\"}"), ADMIN);
                return 1;
              } catch (Refusal refusal) {
                assertThat(refusal.problems().getFirst().reason()).isEqualTo(Reason.STALE_REVISION);
                return 0;
              }
            });
    assertThat(outcomes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(get(path).path("_revision").asLong()).isEqualTo(1);
  }

  @Test
  void no_patch_is_lost_and_every_reader_sees_the_last_one() throws Exception {
    PolicyPath path = new PolicyPath("/infra/domains/default/groups/busy");
    together(
        64,
        i -> {
          engine.patch(
              path, body("{\"description\":\"" + i + "\"}"), Optional.of(false), false, ADMIN);
          get(path);
          return 0;
        });
    assertThat(get(path).path("_revision").asLong()).isEqualTo(63);
  }

  @Test
  void what_a_client_has_written_it_reads() throws Exception {
    together(
        32,
        i -> {
          PolicyPath path = new PolicyPath("/infra/domains/default/groups/own" + i);
          for (int round = 0; round < 10; round++) {
            String body = "{\"description\":\"" + round + "\"}";
            engine.patch(path, body(body), Optional.of(false), false, ADMIN);
            assertThat(get(path).path("description").asString("")).isEqualTo("" + round);
          }
          return 0;
        });
  }

  private static List<Integer> together(int number, IntFunction<Integer> work)
      throws InterruptedException, ExecutionException {
    List<Integer> outcomes = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        int client = i;
        futures.add(executor.submit(() -> work.apply(client)));
      }
      for (Future<Integer> future : futures) {
        outcomes.add(future.get());
      }
    }
    return outcomes;
  }

  private static ObjectNode body(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }

  private JsonNode get(PolicyPath path) {
    return JsonMapper.shared().readTree(new String(engine.get(path, ListQuery.ALL), UTF_8));
  }
}
