package io.nsxsim.engine;

import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a PATCH is laid over what is stored: a request's header says so, or else the system's
 * configuration, where it is off by default.
 */
@Component
final class PartialPatch implements TreeListener {

  private static final PolicyPath CONFIGURATION =
      new PolicyPath("/system-config/nsx-partial-patch-config");

  private final ResourceRepository resources;
  private @Nullable Boolean configured;

  PartialPatch(ResourceRepository resources) {
    this.resources = resources;
  }

  /** How a PATCH whose header says this, or nothing, meets what is stored. */
  Change.Mode mode(Optional<Boolean> header) {
    return header.orElseGet(this::configured) ? Change.Mode.OVERLAY : Change.Mode.REPLACE;
  }

  /**
   * Reading and forgetting exclude each other, so that nothing read before a change outlives it.
   */
  private synchronized boolean configured() {
    Boolean known = configured;
    if (known == null) {
      known =
          resources
              .findById(CONFIGURATION.value())
              .map(row -> JsonMapper.shared().readTree(row.document()))
              .map(document -> document.path("enable_partial_patch").asBoolean(false))
              .orElse(false);
      configured = known;
    }
    return known;
  }

  @Override
  public synchronized void changed(Collection<PolicyPath> written, Collection<PolicyPath> removed) {
    if (written.contains(CONFIGURATION) || removed.contains(CONFIGURATION)) {
      configured = null;
    }
  }

  @Override
  public synchronized void cleared() {
    configured = null;
  }
}
