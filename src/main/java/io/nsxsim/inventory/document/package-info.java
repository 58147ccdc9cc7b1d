/**
 * The inventory document: JSON in, an {@link io.nsxsim.inventory.Inventory} out, or a refusal that
 * points at everything wrong in it. Reading is by hand rather than by data binding because a binder
 * stops at the first wrong type and cannot point at an entry. It goes in two steps: fields one by
 * one, and only when all of them can be read, entries against each other. Addresses leave here in
 * canonical form, so that later comparisons are comparisons of text. May use the records of {@code
 * inventory} and the leaves.
 */
@NullMarked
package io.nsxsim.inventory.document;

import org.jspecify.annotations.NullMarked;
