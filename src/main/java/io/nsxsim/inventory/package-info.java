/**
 * The machines, pods, physical routers and hosts that NSX would discover by itself and that this
 * server must be told. Its entities are rows of its own tables. May use the leaves.
 */
@NullMarked
package io.nsxsim.inventory;

import org.jspecify.annotations.NullMarked;
