/** Groups of workloads, and services. Uses the catalogue. */
@NullMarked
package io.nsxsim.catalogue.groups;

import org.jspecify.annotations.NullMarked;
