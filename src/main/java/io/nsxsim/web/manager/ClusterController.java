package io.nsxsim.web.manager;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** State of the management cluster, and its licenses: none is needed. */
@RestController
final class ClusterController {

  @GetMapping("/api/v1/cluster/status")
  Cluster status() {
    return Cluster.stable();
  }

  @GetMapping("/api/v1/licenses")
  Licenses licenses() {
    return new Licenses(0, List.of());
  }

  record Licenses(
      @JsonProperty("result_count") int resultCount,
      @JsonProperty("results") List<License> results) {}

  record License(@JsonProperty("license_key") String licenseKey) {}
}
