/**
 * DHCP servers, what segments say of theirs, and static bindings. Uses the catalogue and its
 * addresses.
 */
@NullMarked
package io.nsxsim.catalogue.dhcp;

import org.jspecify.annotations.NullMarked;
