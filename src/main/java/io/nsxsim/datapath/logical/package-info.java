/**
 * Switches, routers and their ports as the Manager API shows them: another view of segments,
 * gateways and segment ports, whose {@code unique_id} is the id here. Ports of routers, which have
 * no object in the policy tree, are read off the network that packets travel through. The path
 * between two ports is a trace told in these objects.
 */
@NullMarked
package io.nsxsim.datapath.logical;

import org.jspecify.annotations.NullMarked;
