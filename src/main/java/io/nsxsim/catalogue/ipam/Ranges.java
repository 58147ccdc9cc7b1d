package io.nsxsim.catalogue.ipam;

import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Lists of {@code start} and {@code end} in documents. */
final class Ranges {

  private Ranges() {}

  /** The ranges of a list that can be read. */
  static List<AddressRun> of(JsonNode list) {
    List<AddressRun> runs = new ArrayList<>();
    list.forEach(range -> run(range).ifPresent(runs::add));
    return runs;
  }

  private static Optional<AddressRun> run(JsonNode range) {
    return AddressRun.between(range.path("start").asString(""), range.path("end").asString(""));
  }

  /** Reports ranges that run backwards or have an address in common with an earlier one. */
  static void check(JsonNode list, String field, Consumer<Problem> problems) {
    List<AddressRun> earlier = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String place = field + "/" + i;
      Optional<AddressRun> run = run(list.get(i));
      if (run.isEmpty()) {
        problems.accept(Problem.invalid(place, "A range runs from a lower to a higher address."));
      } else if (earlier.stream().anyMatch(run.get()::overlaps)) {
        problems.accept(
            Problem.conflict(place, run.get().rangeText() + " overlaps an earlier range."));
      }
      run.ifPresent(earlier::add);
    }
  }

  /** Reports ranges of which a part is not within one of the given runs. */
  static void checkWithin(
      JsonNode list, List<AddressRun> space, String field, Consumer<Problem> problems) {
    for (int i = 0; i < list.size(); i++) {
      String place = field + "/" + i;
      run(list.get(i))
          .filter(run -> space.stream().noneMatch(part -> part.contains(run)))
          .ifPresent(run ->
              problems.accept(
                  Problem.conflict(place, run.rangeText() + " lies outside " + texts(space))));
    }
  }

  private static String texts(List<AddressRun> space) {
    return String.join(", ", space.stream().map(AddressRun::rangeText).toList()) + ".";
  }
}
