/**
 * Traceflow: one packet injected at a segment port, and what each transport node saw of it. The
 * same trace as everywhere, told in NSX's words. Observations are those of the moment of the trace
 * and are kept in memory; a traceflow that outlived a restart is traced again when it is asked for.
 */
@NullMarked
package io.nsxsim.datapath.traceflow;

import org.jspecify.annotations.NullMarked;
