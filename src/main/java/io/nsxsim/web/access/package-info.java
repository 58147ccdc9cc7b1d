/**
 * Roles and users beyond plain objects: who is logged in, what a role may contain, and the sources
 * of users that are not there. Everybody here is the one administrator, so roles are kept and
 * checked but decide nothing. May use {@code engine}.
 */
@NullMarked
package io.nsxsim.web.access;

import org.jspecify.annotations.NullMarked;
