package io.nsxsim.web.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which operations of the contract are served, and how. */
@RestController
@Tag(name = "Coverage")
class CoverageController {

  private final Coverage coverage;

  CoverageController(Coverage coverage) {
    this.coverage = coverage;
  }

  /** The counts of all areas, and the operations that were asked for. */
  record Answer(
      @JsonProperty("areas") Map<String, Map<Level, Long>> areas,
      @JsonProperty("full_kinds") Set<String> fullKinds,
      @JsonProperty("result_count") int resultCount,
      @JsonProperty("results") List<Coverage.Operation> results) {}

  @Operation(
      summary = "List the operations of the contract: full, stored, healthy or absent",
      description = "area, kind and level narrow the list; the counts are always those of all.")
  @GetMapping("/nsxsim/api/v1/coverage")
  Answer coverage(
      @RequestParam(name = "area", defaultValue = "") String area,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "level", defaultValue = "") String level) {
    List<Coverage.Operation> wanted =
        coverage.operations().stream()
            .filter(each -> area.isEmpty() || each.area().equals(area))
            .filter(each -> kind.isEmpty() || each.kind().equals(kind))
            .filter(each -> level.isEmpty() || each.level().text().equals(level))
            .toList();
    return new Answer(counts(), coverage.fullKinds(), wanted.size(), wanted);
  }

  private Map<String, Map<Level, Long>> counts() {
    Map<String, Map<Level, Long>> counts = new TreeMap<>();
    for (Coverage.Operation operation : coverage.operations()) {
      counts
          .computeIfAbsent(operation.area(), area -> new EnumMap<>(Level.class))
          .merge(operation.level(), 1L, Long::sum);
    }
    return counts;
  }
}
