/**
 * What the transport nodes of a real system would report of packets: where a packet is, and how
 * many were counted. Which node carries a workload is not in the inventory, so it is chosen, always
 * alike. Sub-packages tell the way of single packets ({@code traceflow}) and what nodes know
 * ({@code tables}). May use {@code engine}, {@code topology}, {@code simulation} and the leaves.
 */
@NullMarked
package io.nsxsim.datapath;

import org.jspecify.annotations.NullMarked;
