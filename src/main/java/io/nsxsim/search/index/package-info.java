/**
 * A Lucene index, in memory, of every object and every discovered machine. It is built at the first
 * search and brought up to date by the next one after a change, so that a write only notes its
 * paths and what was answered before a search began is found by it. The only package that knows
 * Lucene. May use {@code language}, {@code engine}, {@code store}, {@code inventory}, {@code
 * catalogue} and the leaves.
 */
@NullMarked
package io.nsxsim.search.index;

import org.jspecify.annotations.NullMarked;
