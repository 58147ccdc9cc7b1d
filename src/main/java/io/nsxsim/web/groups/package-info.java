/**
 * Groups beyond their documents: who is in them, which groups an object is in, and the parts of
 * their expressions as resources of their own. Addresses are those of the default space, of
 * projects and of VPCs alike; who is in a group is worked out in {@code topology.reader}.
 */
@NullMarked
package io.nsxsim.web.groups;

import org.jspecify.annotations.NullMarked;
