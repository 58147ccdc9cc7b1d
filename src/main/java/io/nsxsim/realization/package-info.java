/**
 * What NSX reports about objects it has realized. States, statuses and statistics are data: the
 * build works out of the contract what a healthy system answers, and {@code Views} fills in the
 * objects, because one view differs from the next in nothing but its fields. Realized entities and
 * alarms are made here. Nothing is stored: how far a realization is follows from the faults that
 * were asked for and an object's last modification. May use {@code engine}, {@code topology} and
 * {@code simulation}.
 */
@NullMarked
package io.nsxsim.realization;

import org.jspecify.annotations.NullMarked;
