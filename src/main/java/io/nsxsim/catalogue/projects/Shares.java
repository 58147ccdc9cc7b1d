package io.nsxsim.catalogue.projects;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is shared with organizations, projects and VPCs.
 *
 * <p>Source: the API reference on {@code Share} and {@code SharedResource}.
 *
 * @param in reads the objects of a collection
 */
public record Shares(Function<PolicyPath, List<JsonNode>> in) {

  private static final PolicyPath INFRA = new PolicyPath("/infra/shares");

  /** The shared resources that somebody sees, with what their shares say. */
  public List<ObjectNode> sharedWith(PolicyPath context) {
    List<ObjectNode> seen = new ArrayList<>();
    for (JsonNode share : shares(context)) {
      if (!reaches(share, context)) {
        continue;
      }
      for (JsonNode resource : in.apply(Fields.ownPath(share).child("resources"))) {
        ObjectNode shown = ((ObjectNode) resource).deepCopy();
        Fields.text(share, "sharing_strategy")
            .ifPresent(strategy -> shown.put("share_sharing_strategy", strategy));
        ArrayNode with = shown.putArray("share_shared_with");
        Fields.texts(share, "sharedWith").forEach(with::add);
        seen.add(shown);
      }
    }
    return seen;
  }

  /** Tells whether somebody may refer to an object that lies elsewhere. */
  public boolean give(PolicyPath context, PolicyPath target) {
    return sharedWith(context).stream()
        .flatMap(resource ->
            StreamSupport.stream(resource.path("resource_objects").spliterator(), false))
        .anyMatch(object -> holds(object, target));
  }

  private static boolean holds(JsonNode object, PolicyPath target) {
    String path = object.path("resource_path").asString("");
    return path.equals(target.value())
        || object.path("include_children").asBoolean(false)
            && PolicyPath.isPolicyPath(path)
            && new PolicyPath(path).isAbove(target);
  }

  /** The shares of NSX, and in a project those of all projects: VPC subnets can be shared so. */
  private List<JsonNode> shares(PolicyPath context) {
    List<JsonNode> shares = new ArrayList<>(in.apply(INFRA));
    if (context.segments().size() > 2) {
      PolicyPath projects = PolicyPath.of(context.segments().subList(0, 3));
      for (JsonNode project : in.apply(projects)) {
        shares.addAll(in.apply(Fields.ownPath(project).child("infra/shares")));
      }
    }
    return shares;
  }

  private static boolean reaches(JsonNode share, PolicyPath context) {
    boolean descends = Fields.is(share, "sharing_strategy", "ALL_DESCENDANTS");
    Stream<PolicyPath> with =
        Fields.texts(share, "sharedWith").stream()
            .filter(PolicyPath::isPolicyPath)
            .map(PolicyPath::new);
    return with.anyMatch(path -> path.equals(context) || descends && path.isAbove(context));
  }
}
