/**
 * The inventory's machines in the shape in which NSX shows what it has discovered. Nothing is
 * stored here: ids that NSX would have found are derived from our own, so they stay the same over
 * restarts. A machine and a segment port meet in two steps, as in NSX: the interface's {@code
 * owner_vm_id} is the machine's {@code external_id}, its {@code lport_attachment_id} is the port's
 * {@code attachment.id}. Hosts are unknown, so there is no {@code host_id}. May use the rest of
 * {@code inventory} and the leaves.
 */
@NullMarked
package io.nsxsim.inventory.discovered;

import org.jspecify.annotations.NullMarked;
