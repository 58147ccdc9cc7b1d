package io.nsxsim.lab;

import java.util.List;

/**
 * An exported lab.
 *
 * @param script bash; {@code up}, {@code down}, {@code list} and {@code exec}
 * @param workloads the names that {@code exec} knows
 * @param namespaces what {@code up} creates
 * @param differences where Linux does otherwise than NSX would, or what was left out
 */
public record Lab(
    String script, List<String> workloads, List<String> namespaces, List<String> differences) {}
