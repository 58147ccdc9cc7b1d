/**
 * What NSX would discover by itself and this server must be told: machines, pods, physical routers
 * and hosts, as one immutable value, and the two questions that others ask. {@code document} turns
 * JSON into that value and refuses what is wrong with it, {@code table} keeps it, {@code service}
 * changes it, one transaction at a time, and {@code discovered} shows it the way NSX shows what it
 * has found. May use the leaves; the packages below may use this one and, in the order given, each
 * other.
 */
@NullMarked
package io.nsxsim.inventory;

import org.jspecify.annotations.NullMarked;
