/** DNS forwarders of gateways and the zones that they forward to. Uses the catalogue. */
@NullMarked
package io.nsxsim.catalogue.dns;

import org.jspecify.annotations.NullMarked;
