/**
 * A leaf: addresses, networks, ranges and ports, as small values that check themselves. Text is
 * read by the IP address library; what the simulation touches for every packet is an {@code int}
 * and a hash lookup. Only IPv4 so far; IPv6 becomes a second kind of address with a prefix map of
 * its own. May use only the JDK and the library.
 */
@NullMarked
package io.nsxsim.net;

import org.jspecify.annotations.NullMarked;
