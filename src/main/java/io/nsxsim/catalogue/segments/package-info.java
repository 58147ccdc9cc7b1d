/** Segments and their ports. Uses the catalogue and its addresses. */
@NullMarked
package io.nsxsim.catalogue.segments;

import org.jspecify.annotations.NullMarked;
