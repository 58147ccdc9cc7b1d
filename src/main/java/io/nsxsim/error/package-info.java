/** A leaf: what a user did wrong, as values that know their NSX error code and HTTP status. */
@NullMarked
package io.nsxsim.error;

import org.jspecify.annotations.NullMarked;
