package io.nsxsim.web.manager;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nsxsim.catalogue.Release;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Version, properties and health of the one manager node. */
@RestController
final class NodeController {

  private final Release release;

  NodeController(Release release) {
    this.release = release;
  }

  @GetMapping("/api/v1/node/version")
  NodeVersion version() {
    return new NodeVersion(release.nsxVersion(), release.nsxVersion());
  }

  /** The fields that a 4.1 manager answers, as far as they mean something here. */
  @GetMapping("/api/v1/node")
  Node node() {
    Instant now = Instant.now();
    return new Node(
        Cluster.NODE_ID,
        "NSX Manager",
        release.nsxVersion(),
        release.nsxVersion(),
        "nsxsim",
        "UNRESTRICTED",
        "Etc/UTC",
        now.toEpochMilli(),
        now.toString());
  }

  /** Open to everyone, so that a container platform can ask. */
  @GetMapping("/api/v1/reverse-proxy/node/health")
  Health health() {
    return new Health(true, "POLICY:UP, SEARCH:UP, MANAGER:UP, NODE_MGMT:UP, UI:UP");
  }

  /** Release and build; newer managers answer both fields and mean the same. */
  record NodeVersion(
      @JsonProperty("node_version") String nodeVersion,
      @JsonProperty("product_version") String productVersion) {}

  /** Properties of the node; the time is in milliseconds since 1970 and as ISO 8601. */
  record Node(
      @JsonProperty("node_uuid") String nodeUuid,
      @JsonProperty("node_type") String nodeType,
      @JsonProperty("node_version") String nodeVersion,
      @JsonProperty("product_version") String productVersion,
      @JsonProperty("hostname") String hostname,
      @JsonProperty("export_type") String exportType,
      @JsonProperty("timezone") String timezone,
      @JsonProperty("system_time") long systemTime,
      @JsonProperty("system_datetime") String systemDatetime) {}

  /** What load balancers in front of managers, and vmware-nsxlib, ask for. */
  record Health(
      @JsonProperty("healthy") boolean healthy,
      @JsonProperty("components_health") String componentsHealth) {}
}
