/**
 * Questions about many flows at once: all pairs of sets of workloads, assertions about them, the
 * difference that a change makes, and findings in what is configured. Sets are named here; the
 * answers come from {@code reachability}. May use {@code web.simulation}, {@code engine}, {@code
 * topology}, {@code simulation}, {@code reachability} and the leaves.
 */
@NullMarked
package io.nsxsim.web.reachability;

import org.jspecify.annotations.NullMarked;
