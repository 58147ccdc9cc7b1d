package io.nsxsim.imports;

import io.nsxsim.engine.Remark;
import java.util.List;
import java.util.Map;

/**
 * What has become of an import.
 *
 * @param taken the number of objects that were told and are stored, by their type
 * @param removed the number of objects that are gone
 * @param machines the number of machines that were told and are known now
 * @param cards the number of network cards that are plugged in
 */
public record ImportReport(
    Map<String, Long> taken, int removed, int machines, int cards, List<Remark> remarks) {}
