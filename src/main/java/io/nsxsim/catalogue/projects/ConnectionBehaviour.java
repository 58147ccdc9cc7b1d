package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gateway connections, attachments of transit gateways to connections, and the policies between
 * VPCs.
 *
 * <p>Source: the API reference on {@code enable_snat}, {@code connection_path}, {@code
 * route_advertisement_rules} and {@code connectivity_scope}.
 */
@Component
final class ConnectionBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("GatewayConnection", "TransitGatewayAttachment", "ConnectivityPolicy");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    if (isAttachment(document) && !Fields.isSet(document, "route_advertisement_rules")) {
      document
          .putArray("route_advertisement_rules")
          .addObject()
          .put("route_advertisement_type", "PUBLIC");
    }
    if (isPolicy(document) && !document.has("internal_id")) {
      document.put("internal_id", around.nextRuleId());
    }
  }

  private static boolean isAttachment(JsonNode document) {
    return Fields.is(document, "resource_type", "TransitGatewayAttachment");
  }

  private static boolean isPolicy(JsonNode document) {
    return Fields.is(document, "resource_type", "ConnectivityPolicy");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    if (isAttachment(document)) {
      checkAttachment(document, around, problems);
    } else if (isPolicy(document)) {
      checkPolicy(document, around, problems);
    } else {
      checkConnection(document, problems);
    }
  }

  private static void checkConnection(JsonNode document, Consumer<Problem> problems) {
    if (document.path("nat_config").path("enable_snat").asBoolean(false)
        && document.path("advertise_outbound_networks").path("allow_private").asBoolean(false)) {
      problems.accept(
          Problem.conflict(
              "/nat_config/enable_snat", "SNAT goes not with advertised private networks."));
    }
  }

  private static void checkAttachment(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath gateway = Fields.parentPath(document);
    String connection = document.path("connection_path").asString("");
    for (JsonNode other : around.in(gateway.child("attachments"))) {
      if (!Fields.ownPath(other).equals(Fields.ownPath(document))
          && Fields.is(other, "connection_path", connection)) {
        problems.accept(
            Problem.conflict("/connection_path", "The gateway has this connection already."));
      }
    }
  }

  private static void checkPolicy(
      JsonNode document, Surroundings around, Consumer<Problem> problems) {
    JsonNode before = around.previous(Fields.ownPath(document)).orElse(document);
    if (!before.path("connectivity_scope").equals(document.path("connectivity_scope"))) {
      problems.accept(
          Problem.conflict("/connectivity_scope", "The scope cannot be changed once it is set."));
    }
  }
}
