/**
 * The stored tree and the inventory as one immutable network, the {@code Fabric}. JSON ends in the
 * reader that lives here; what comes out are typed records. May use {@code engine}, {@code
 * inventory} and the leaves.
 */
@NullMarked
package io.nsxsim.topology;

import org.jspecify.annotations.NullMarked;
