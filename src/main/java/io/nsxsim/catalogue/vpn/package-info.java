/**
 * IPsec and layer-2 VPN: algorithms, dead peer detection, and what a session needs of its service.
 * Uses the catalogue.
 */
@NullMarked
package io.nsxsim.catalogue.vpn;

import org.jspecify.annotations.NullMarked;
