/**
 * What looks into packets: intrusion detection, layer-7 access, DNS security. Uses the catalogue.
 */
@NullMarked
package io.nsxsim.catalogue.inspection;

import org.jspecify.annotations.NullMarked;
