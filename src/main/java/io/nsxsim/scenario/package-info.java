/**
 * What a store holds before any client comes: the contents of a fresh manager, the named scenarios,
 * and the way back to them. They are applied through the same engine that clients use. May use
 * {@code catalogue}, {@code engine}, {@code inventory} and the leaves.
 */
@NullMarked
package io.nsxsim.scenario;

import org.jspecify.annotations.NullMarked;
