/**
 * IP blocks, the pools that are fed from them, and the addresses that pools give away. An address
 * is given by the defaults of an allocation, so that it stands in the stored document: {@code
 * allocation_ip} is the address wanted or given, {@code allocated_ip} says that the pool has really
 * given it. A block gives networks to subnets of pools in the same way. What is in use is kept in
 * indexes, so that the ten thousandth address costs no more than the first. Uses the catalogue and
 * its addresses.
 */
@NullMarked
package io.nsxsim.catalogue.ipam;

import org.jspecify.annotations.NullMarked;
