/** Firewall policies and rules, distributed and on gateways. Uses the catalogue. */
@NullMarked
package io.nsxsim.catalogue.firewall;

import org.jspecify.annotations.NullMarked;
