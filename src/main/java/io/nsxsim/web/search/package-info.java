/**
 * The search over HTTP, under the addresses of the Policy API and of the Manager API, which search
 * the same here.
 */
@NullMarked
package io.nsxsim.web.search;

import org.jspecify.annotations.NullMarked;
