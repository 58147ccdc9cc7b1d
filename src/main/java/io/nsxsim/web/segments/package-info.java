/**
 * What holds for segments and their ports after all that is bound to them. May use {@code engine}
 * and the request parts of {@code web}.
 */
@NullMarked
package io.nsxsim.web.segments;

import org.jspecify.annotations.NullMarked;
