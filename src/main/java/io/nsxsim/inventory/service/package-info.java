/**
 * The one place where the inventory changes. A change is a function from the inventory to the next
 * one, run in a transaction that holds all other writers back; the result is written as a
 * difference and shown to readers once the transaction has committed. So a reader never waits, sees
 * no half change, and a refusal leaves no trace. A caller may put several changes, and changes of
 * the policy tree, into one transaction of its own. May use {@code document}, {@code table} and the
 * records of {@code inventory}.
 */
@NullMarked
package io.nsxsim.inventory.service;

import org.jspecify.annotations.NullMarked;
