/** Load balancer services, virtual servers and pools. Uses the catalogue and its addresses. */
@NullMarked
package io.nsxsim.catalogue.loadbalancing;

import org.jspecify.annotations.NullMarked;
