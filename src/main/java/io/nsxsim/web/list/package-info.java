/**
 * The lists that are made up on request and not stored as such: their query parameters and their
 * pages. The policy tree pages its own collections.
 */
@NullMarked
package io.nsxsim.web.list;

import org.jspecify.annotations.NullMarked;
