/**
 * Tier-0 and tier-1 gateways, their locale services and interfaces: what NSX makes together with a
 * gateway, what follows from its mode, and what contradicts itself. Uses the catalogue and its
 * addresses.
 */
@NullMarked
package io.nsxsim.catalogue.gateways;

import org.jspecify.annotations.NullMarked;
