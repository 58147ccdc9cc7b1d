/** A leaf: addresses, networks and ranges, as values over the IP address library. */
@NullMarked
package io.nsxsim.net;

import org.jspecify.annotations.NullMarked;
