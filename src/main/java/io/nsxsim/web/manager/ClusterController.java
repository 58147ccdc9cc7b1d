package io.nsxsim.web.manager;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** State of the management cluster. */
@RestController
final class ClusterController {

  @GetMapping("/api/v1/cluster/status")
  Cluster status() {
    return Cluster.stable();
  }
}
