/**
 * The build step that turns {@code openapi/} into the form that a starting server reads quickly:
 * the overlay is laid over the derived documents, schemas are flattened to one small file each, and
 * the kinds become one index. It runs once per build, so that a mistake in the contract stops the
 * build and a start parses only what it needs. Uses nothing of ours.
 */
@NullMarked
package io.nsxsim.catalogue.compile;

import org.jspecify.annotations.NullMarked;
