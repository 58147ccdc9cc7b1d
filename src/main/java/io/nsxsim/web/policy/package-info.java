/**
 * The Policy API over HTTP: any path under {@code /policy/api/v1} that no other controller claims
 * is a path of the policy tree.
 */
@NullMarked
package io.nsxsim.web.policy;

import org.jspecify.annotations.NullMarked;
