/**
 * Swagger UI and the OpenAPI documents it shows: those of the policy tree as the files of {@code
 * openapi/} that they are, and one made from our own controllers. Uses nothing of ours.
 */
@NullMarked
package io.nsxsim.web.document;

import org.jspecify.annotations.NullMarked;
