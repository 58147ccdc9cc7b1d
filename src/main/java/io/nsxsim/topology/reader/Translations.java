package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressSet;
import io.nsxsim.topology.NatRule;
import java.util.List;

/** What NAT rules show to the outside. */
final class Translations {

  private Translations() {}

  /** The addresses under which a rule's packets are known outside; none for an exemption. */
  static AddressSet external(NatRule rule) {
    return switch (rule.action()) {
      case SNAT, REFLEXIVE, NAT64 -> rule.translated();
      case DNAT -> rule.destination().equals(AddressSet.ANY) ? AddressSet.NONE : rule.destination();
      case NO_SNAT, NO_DNAT -> AddressSet.NONE;
    };
  }

  /** The external addresses of all the rules. */
  static AddressSet external(List<NatRule> rules) {
    return rules.stream().map(Translations::external).reduce(AddressSet.NONE, AddressSet::union);
  }
}
