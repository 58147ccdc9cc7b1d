/** The query language over all kinds. May use {@code catalogue} and {@code store}. */
@NullMarked
package io.nsxsim.search;

import org.jspecify.annotations.NullMarked;
