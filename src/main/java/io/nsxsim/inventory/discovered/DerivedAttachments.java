package io.nsxsim.inventory.discovered;

import io.nsxsim.inventory.PortAttachments;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Derives an attachment's id from the port's path; for ports that have none of their own. */
@Component
class DerivedAttachments implements PortAttachments {

  @Override
  public Optional<String> attachmentId(PolicyPath port) {
    return Optional.of(ExternalId.derived("attachment " + port));
  }

  @Override
  public long version() {
    return 0;
  }
}
