package io.nsxsim.topology.reader;

/** As what something belongs to a group: the coarser stands first and includes the finer. */
enum MemberKind {
  SEGMENT,
  PORT,
  INTERFACE,
  MACHINE,
  POD
}
