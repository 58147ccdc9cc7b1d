/**
 * VPCs: the address blocks that they may use, their subnets, ports, allocated addresses and NAT
 * rules. Uses the catalogue, its addresses, blocks, NAT rules and projects.
 */
@NullMarked
package io.nsxsim.catalogue.vpcs;

import org.jspecify.annotations.NullMarked;
