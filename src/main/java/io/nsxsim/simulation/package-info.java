/**
 * How a packet travels: a pure function of an immutable {@code Fabric} and a {@code Flow}. No
 * clock, no database, no JSON, no framework. May use {@code topology} and the leaves.
 */
@NullMarked
package io.nsxsim.simulation;

import org.jspecify.annotations.NullMarked;
