package io.nsxsim.topology.reader;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Everyone who can be in a group. */
interface Population {

  /** All of them. */
  Collection<Member> all();

  /**
   * Who is at a path: of a segment, a port, a machine or a network card; and as what. A machine or
   * card may be named by its external id.
   */
  Map<MemberKind, Set<Member>> at(String path);

  /** All who meet a condition. */
  Collection<Member> meeting(GroupCondition condition);
}
