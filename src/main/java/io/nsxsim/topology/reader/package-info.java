/**
 * Reads the stored tree and the inventory into a {@code Fabric}; JSON ends here. One small reader
 * per subject writes into a builder; nothing here refuses anything, because documents were checked
 * when they were written: what cannot be understood is left out and noted. The only package of the
 * read side that may use {@code engine} and Jackson. Who is in a group is worked out here as well,
 * by one code for the simulation, which knows what is plugged in, and for {@code GroupMembership},
 * which knows everything.
 */
@NullMarked
package io.nsxsim.topology.reader;

import org.jspecify.annotations.NullMarked;
