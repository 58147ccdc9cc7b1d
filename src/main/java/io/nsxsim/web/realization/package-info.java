/**
 * Realized state over HTTP, and faults under our own address. States and statistics of objects are
 * answered where the objects are, by {@code web.policy}.
 */
@NullMarked
package io.nsxsim.web.realization;

import org.jspecify.annotations.NullMarked;
