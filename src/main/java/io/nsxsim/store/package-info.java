/** Rows and repositories of the policy tree. Uses nothing of ours. */
@NullMarked
package io.nsxsim.store;

import org.jspecify.annotations.NullMarked;
