/**
 * What context profiles may match: the attributes that a manager knows, which are a file, and those
 * that clients add, which are one object of the tree per project. May use {@code engine} and the
 * request parts of {@code web}.
 */
@NullMarked
package io.nsxsim.web.attributes;

import org.jspecify.annotations.NullMarked;
