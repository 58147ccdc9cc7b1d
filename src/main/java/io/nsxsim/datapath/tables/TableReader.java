package io.nsxsim.datapath.tables;

import java.util.Set;

/** Reads tables of some sorts off the network. */
interface TableReader {

  /**
   * The ends of the paths that it answers, below {@code /infra} or a project's, with {@code {}} for
   * an id and a bar behind the object that must exist: {@code tier-0s/{}|forwarding-table}.
   */
  Set<String> templates();

  Table read(Question question);
}
