package io.nsxsim.web.reachability;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps networks to compare with. */
@RestController
@Tag(name = "Reachability")
class SnapshotController {

  private final Snapshots snapshots;

  SnapshotController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** A snapshot as it is listed. */
  @JsonPropertyOrder({"name", "taken", "workloads", "devices"})
  record SnapshotAnswer(
      @JsonProperty("name") String name,
      @JsonProperty("taken") String taken,
      @JsonProperty("workloads") int workloads,
      @JsonProperty("devices") int devices) {

    static SnapshotAnswer of(Snapshots.Snapshot snapshot) {
      return new SnapshotAnswer(
          snapshot.name(),
          snapshot.taken().toString(),
          snapshot.view().fabric().directory().workloads().size(),
          snapshot.view().fabric().devices().size());
    }
  }

  @Operation(
      summary = "Keep the network as it is now",
      description =
          "To compare with later; a snapshot of that name is replaced. Snapshots are lost when the"
              + " server ends.")
  @PostMapping("/nsxsim/api/v1/snapshots/{name}")
  @ResponseStatus(HttpStatus.CREATED)
  SnapshotAnswer take(@PathVariable String name) {
    return SnapshotAnswer.of(snapshots.take(name));
  }

  @Operation(summary = "List the snapshots")
  @GetMapping("/nsxsim/api/v1/snapshots")
  List<SnapshotAnswer> list() {
    return snapshots.all().stream().map(SnapshotAnswer::of).toList();
  }

  @Operation(summary = "Forget a snapshot")
  @DeleteMapping("/nsxsim/api/v1/snapshots/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    snapshots.delete(name);
  }
}
