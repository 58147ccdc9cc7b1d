/**
 * Certificates and revocation lists: what their PEM texts say. The JDK reads certificates and
 * lists; Bouncy Castle, which makes the server's own certificate too, reads the many forms of
 * private keys. Uses the catalogue.
 */
@NullMarked
package io.nsxsim.catalogue.trust;

import org.jspecify.annotations.NullMarked;
