/**
 * What is told of IP blocks, and the older Manager API's way to take addresses out of the same
 * pools. The counting is done in {@code catalogue.ipam}.
 */
@NullMarked
package io.nsxsim.web.ipam;

import org.jspecify.annotations.NullMarked;
