/**
 * The kinds of object that the contract in {@code openapi/} describes, and per area the behaviour
 * that a contract cannot say. May use the leaves.
 */
@NullMarked
package io.nsxsim.catalogue;

import org.jspecify.annotations.NullMarked;
