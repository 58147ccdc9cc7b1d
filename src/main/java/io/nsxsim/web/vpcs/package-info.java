/**
 * What is told of VPCs and projects beyond their objects: the use of their address blocks and what
 * is shared with them. The counting is done in {@code catalogue.vpcs} and {@code
 * catalogue.projects}.
 */
@NullMarked
package io.nsxsim.web.vpcs;

import org.jspecify.annotations.NullMarked;
