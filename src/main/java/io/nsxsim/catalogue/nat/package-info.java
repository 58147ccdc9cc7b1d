/** NAT sections and rules of gateways. Uses the catalogue and its addresses. */
@NullMarked
package io.nsxsim.catalogue.nat;

import org.jspecify.annotations.NullMarked;
