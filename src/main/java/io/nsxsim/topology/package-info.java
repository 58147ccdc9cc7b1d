/**
 * The stored tree and the inventory as one immutable network, the {@code Fabric}: devices with
 * interfaces and routing tables, the links between them, and the rules they apply. Everything that
 * sends or receives a packet is a device, a gateway as well as a pod, so that the simulation has
 * one way of treating a packet. The values here know no JSON; the sub-package {@code reader} makes
 * them. May use the leaves and {@code inventory}.
 */
@NullMarked
package io.nsxsim.topology;

import org.jspecify.annotations.NullMarked;
