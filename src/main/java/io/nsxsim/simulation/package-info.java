/**
 * How a packet travels: a pure function of an immutable {@code Fabric} and a {@code Flow}. No
 * clock, no database, no JSON, no framework. A {@code Walker} carries one packet from device to
 * device; what it met is a {@code Journey}. Answers are packets too and are walked back, so that a
 * hop is seen only if its answer finds the way (rule 15). A {@code Tracer} makes traces of that, a
 * {@code Traceroute} what a terminal shows. May use {@code topology} and the leaves.
 */
@NullMarked
package io.nsxsim.simulation;

import org.jspecify.annotations.NullMarked;
