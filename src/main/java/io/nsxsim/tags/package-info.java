/**
 * Tags across everything that can carry one: objects of the tree and discovered machines. A package
 * of its own because machines are no part of the tree. May use {@code engine}, {@code inventory}
 * and the leaves.
 */
@NullMarked
package io.nsxsim.tags;

import org.jspecify.annotations.NullMarked;
