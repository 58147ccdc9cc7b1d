/**
 * Exports what is configured as a Linux lab: one bash script that builds network namespaces, so
 * that the real {@code traceroute} can be run where the simulation only computes. Everything here
 * is read from the policy documents and the inventory. The packages {@code topology} and {@code
 * simulation} are out of bounds on purpose: a lab that were built from the routes, rules or
 * verdicts of the simulation would agree with it whatever it said. Only the allocation of
 * router-link addresses, which no configuration tells, is shared, as a value of {@code net}. May
 * use {@code engine}, {@code inventory} and the leaves.
 */
@NullMarked
package io.nsxsim.lab;

import org.jspecify.annotations.NullMarked;
