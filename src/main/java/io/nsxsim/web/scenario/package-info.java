/** The way back to a known state, over HTTP. */
@NullMarked
package io.nsxsim.web.scenario;

import org.jspecify.annotations.NullMarked;
