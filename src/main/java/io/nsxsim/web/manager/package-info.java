/**
 * The Manager API: version, node, health and cluster, which clients ask for before anything else;
 * objects that the policy tree has too; and plain objects of the engine. Facts about the one
 * made-up node are fixed answers from a file. May use {@code manager}, {@code engine} and the
 * request parts of {@code web}.
 */
@NullMarked
package io.nsxsim.web.manager;

import org.jspecify.annotations.NullMarked;
