/**
 * What NSX reports about objects it has realized: states, status, statistics and tables. May use
 * {@code engine}, {@code topology} and {@code simulation}.
 */
@NullMarked
package io.nsxsim.realization;

import org.jspecify.annotations.NullMarked;
