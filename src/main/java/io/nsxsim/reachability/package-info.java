/**
 * Who reaches whom: all pairs of two sets of workloads at once, the differences between two
 * networks, and statements about them that hold or do not. Pairs are not traced one by one:
 * workloads that no route, rule or state tells apart are one class, and one flow speaks for all
 * pairs of two classes. Plain Java like {@code simulation}; may use {@code simulation}, {@code
 * topology} and the leaves.
 */
@NullMarked
package io.nsxsim.reachability;

import org.jspecify.annotations.NullMarked;
