package io.nsxsim.web.realization;

import io.nsxsim.realization.Faults;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Faults of realization, on request. */
@RestController
@RequestMapping("/nsxsim/api/v1/faults")
@Tag(name = "Faults", description = "Slow and failing realization, on request")
class FaultController {

  private final Faults faults;

  FaultController(Faults faults) {
    this.faults = faults;
  }

  @GetMapping
  @Operation(summary = "List the faults")
  List<FaultDocument> list() {
    return faults.all().stream().map(FaultDocument::of).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a fault")
  FaultDocument read(@PathVariable("id") String id) {
    return FaultDocument.of(faults.find(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Add a fault, or replace the one of that id",
      description =
          "The target is a path, with all below it, or a kind such as Segment; the effect is"
              + " slow=5s, error or error=message.")
  FaultDocument add(@RequestBody FaultDocument fault) {
    return FaultDocument.of(faults.add(fault.fault()));
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "Remove a fault")
  void remove(@PathVariable("id") String id) {
    faults.remove(id);
  }

  @DeleteMapping
  @Operation(summary = "Remove all faults, also those of requests")
  void clear() {
    faults.clear();
  }
}
