/**
 * A leaf: addresses, networks, ranges and ports, as small values that check themselves. Text is
 * read by the IP address library; what the simulation touches for every packet is an {@code int}
 * and a hash lookup. IPv4 and IPv6 are one kind of value, so that whatever routes, translates or
 * filters is written once. May use only the JDK and the library.
 */
@NullMarked
package io.nsxsim.net;

import org.jspecify.annotations.NullMarked;
