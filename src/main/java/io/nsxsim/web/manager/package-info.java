/**
 * What NSX Manager tells about itself outside the policy tree: version, node, health, cluster and
 * licenses. Clients ask for it before anything else. Facts of one made-up node; nothing is stored.
 * Uses nothing of ours.
 */
@NullMarked
package io.nsxsim.web.manager;

import org.jspecify.annotations.NullMarked;
