/**
 * Every change to the policy tree, for all kinds alike and in one fixed order: route, merge,
 * defaults, stamps, contract, rules, references, save. A kind may add defaults, rules, references
 * and companions, all of which live in {@code catalogue}. May use {@code catalogue}, {@code store}
 * and the leaves.
 */
@NullMarked
package io.nsxsim.engine;

import org.jspecify.annotations.NullMarked;
