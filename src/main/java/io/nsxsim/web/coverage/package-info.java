/** What of the contract this server serves, and how well. */
@NullMarked
package io.nsxsim.web.coverage;

import org.jspecify.annotations.NullMarked;
