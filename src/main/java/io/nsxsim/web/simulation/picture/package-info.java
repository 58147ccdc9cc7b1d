/**
 * The path of a flow as a picture: a graph of devices, and Mermaid, Graphviz and SVG drawings of
 * it. May use {@code simulation}, {@code topology} and the leaves.
 */
@NullMarked
package io.nsxsim.web.simulation.picture;

import org.jspecify.annotations.NullMarked;
