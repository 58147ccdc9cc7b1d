package io.nsxsim.reachability;

import io.nsxsim.simulation.Outcome;
import java.util.List;

/**
 * How pairs end by their classes: {@code between} (or {@code within}, for two of one network) holds
 * the number of a table for two routing classes, a table the number of an outcome for two filtering
 * classes. {@code -1} stands where there is no such pair, {@code -2} where pairs differ by a hash.
 */
public record ClassMatrix(
    List<Outcome> outcomes, List<int[]> between, List<int[]> within, List<List<int[]>> tables) {}
