package io.nsxsim.catalogue.gateways;

import io.nsxsim.catalogue.Companion;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sections of a gateway's NAT rules.
 *
 * <p>Source: the API reference on {@code PolicyNat}: both kinds of gateway get these four.
 */
final class NatSections {

  private static final List<String> SECTIONS = List.of("INTERNAL", "USER", "DEFAULT", "NAT64");

  private NatSections() {}

  static List<Companion> of(PolicyPath gateway, JsonNode document) {
    List<Companion> sections = new ArrayList<>();
    for (String section : SECTIONS) {
      ObjectNode body = ((ObjectNode) document).objectNode().put("nat_type", section);
      sections.add(new Companion.Created(gateway.child("nat/" + section), body));
    }
    return sections;
  }
}
