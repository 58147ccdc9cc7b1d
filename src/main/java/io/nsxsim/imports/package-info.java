/**
 * What another manager answers, taken over: its tree, and the machines and network cards that it
 * has discovered. Nothing in an answer is refused for being unknown; it is left out and told back.
 * Tree and inventory are stored in one transaction. May use {@code engine}, {@code inventory} and
 * the leaves.
 */
@NullMarked
package io.nsxsim.imports;

import org.jspecify.annotations.NullMarked;
