/** Roles, who has them, and the accounts of the manager node. Uses the catalogue. */
@NullMarked
package io.nsxsim.catalogue.access;

import org.jspecify.annotations.NullMarked;
