/** Rules of what is configured to find troubles, as of traceflows. */
@NullMarked
package io.nsxsim.catalogue.troubleshooting;

import org.jspecify.annotations.NullMarked;
