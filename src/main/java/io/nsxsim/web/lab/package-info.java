/** The export of what is configured as a Linux lab, over HTTP. May use {@code lab}. */
@NullMarked
package io.nsxsim.web.lab;

import org.jspecify.annotations.NullMarked;
