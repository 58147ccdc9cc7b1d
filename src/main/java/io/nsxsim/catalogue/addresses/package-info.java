/**
 * Addresses of both families as documents write them: alone, with a prefix, as a network, as a
 * range. Here is what rules ask of them and nothing that forwards packets; that is {@code net}.
 * Uses the IP address library and nothing of ours.
 */
@NullMarked
package io.nsxsim.catalogue.addresses;

import org.jspecify.annotations.NullMarked;
