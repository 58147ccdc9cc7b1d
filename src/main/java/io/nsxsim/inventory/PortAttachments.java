package io.nsxsim.inventory;

import io.nsxsim.path.PolicyPath;
import java.util.Optional;

/** What is plugged into a segment port, by its id. */
public interface PortAttachments {

  /**
   * Answers the {@code attachment.id} of a segment port, which is the {@code lport_attachment_id}
   * of the interface plugged into it; nothing when the port has no attachment.
   */
  Optional<String> attachmentId(PolicyPath port);

  /** A number that grows when an attachment has changed. */
  long version();
}
