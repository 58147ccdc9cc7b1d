/** A leaf: the path of an object in the policy tree, as a value. */
@NullMarked
package io.nsxsim.path;

import org.jspecify.annotations.NullMarked;
