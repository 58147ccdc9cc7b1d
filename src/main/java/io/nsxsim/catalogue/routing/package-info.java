/** Routes, BGP and route filters of gateways. Uses the catalogue, its addresses and gateways. */
@NullMarked
package io.nsxsim.catalogue.routing;

import org.jspecify.annotations.NullMarked;
