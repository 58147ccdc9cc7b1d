/** Transport zones and edge clusters of a site. Uses the catalogue. */
@NullMarked
package io.nsxsim.catalogue.fabric;

import org.jspecify.annotations.NullMarked;
