/**
 * What transport nodes report, over HTTP: traceflows of both APIs, and the Manager API's views of
 * routers and ports. The tables of gateways and segments are answered where these are, by {@code
 * web.policy}. May use {@code datapath}, {@code engine} and the leaves.
 */
@NullMarked
package io.nsxsim.web.datapath;

import org.jspecify.annotations.NullMarked;
