/**
 * The search over all kinds: what is asked for, page by page, and what belongs to what was found.
 * {@code language} reads the two query languages, {@code index} holds everything that can be found;
 * both are known here alone. May use {@code engine}, to be told what changes, {@code store}, to
 * read whole pages of rows instead of one object after the other, {@code inventory}, because NSX
 * finds discovered machines by the same search, {@code catalogue} and the leaves.
 */
@NullMarked
package io.nsxsim.search;

import org.jspecify.annotations.NullMarked;
