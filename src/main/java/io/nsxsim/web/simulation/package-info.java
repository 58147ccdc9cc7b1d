/**
 * Asking how a packet travels: {@code traceroute} as text, {@code traces} as JSON. What is asked is
 * resolved against the names of the inventory here; the simulation only knows devices and
 * addresses. May use {@code topology}, {@code simulation} and the leaves.
 */
@NullMarked
package io.nsxsim.web.simulation;

import org.jspecify.annotations.NullMarked;
