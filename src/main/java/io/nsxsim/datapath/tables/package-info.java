/**
 * What nodes know: routing and forwarding tables, BGP neighbours and their routes, advertised
 * networks, ARP and MAC tables. All of it is read off the same network that packets travel through,
 * so that a table and a trace cannot disagree.
 */
@NullMarked
package io.nsxsim.datapath.tables;

import org.jspecify.annotations.NullMarked;
