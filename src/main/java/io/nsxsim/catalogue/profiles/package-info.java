/**
 * Profiles of segments, gateways and rules: values that depend on one another. Uses the catalogue.
 */
@NullMarked
package io.nsxsim.catalogue.profiles;

import org.jspecify.annotations.NullMarked;
