package io.nsxsim.inventory.discovered;

import io.nsxsim.inventory.PortAttachments;
import io.nsxsim.path.PolicyPath;
import java.util.Optional;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Derives an attachment's id from the port's path; gives way to a bean that knows the ports. */
@Component
@Fallback
class DerivedAttachments implements PortAttachments {

  @Override
  public Optional<String> attachmentId(PolicyPath port) {
    return Optional.of(ExternalId.derived("attachment " + port));
  }
}
