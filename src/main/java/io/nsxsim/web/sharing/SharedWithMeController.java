package io.nsxsim.web.sharing;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The resources that shares give to an organization, a project or a VPC. */
@Hidden
@RestController
class SharedWithMeController {

  private static final String API = "/policy/api/v1";
  private static final String PROJECT = "/orgs/{org}/projects/{project}";
  private static final Set<String> SHARES = Set.of("Share", "SharedResource");
  private static final Map<String, Function<ObjectNode, String>> ORDERS =
      Map.of("display_name", row -> row.path("display_name").asString(""));

  private final Tree tree;
  private final StoredObjects stored;

  SharedWithMeController(Tree tree, StoredObjects stored) {
    this.tree = tree;
    this.stored = stored;
  }

  @GetMapping({
    API + "/orgs/{org}/shared-with-me",
    API + PROJECT + "/shared-with-me",
    API + PROJECT + "/vpcs/{vpc}/shared-with-me"
  })
  @ListParameters
  ResultPage list(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    List<String> segments = RequestPath.below(API, request.getRequestURI()).segments();
    PolicyPath reader = PolicyPath.of(segments.subList(0, segments.size() - 1));
    if (stored.find(reader).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is nothing at " + reader + ".");
    }
    String type = parameters.getOrDefault("resource_type", "");
    return ListQuery.of(parameters)
        .page(shared(reader).filter(row -> type.isEmpty() || typesOf(row).contains(type)), ORDERS);
  }

  private Stream<ObjectNode> shared(PolicyPath reader) {
    Map<String, JsonNode> shares = new HashMap<>();
    List<JsonNode> documents = tree.documents(SHARES);
    documents.stream()
        .filter(document -> is(document, "Share"))
        .filter(share -> reaches(share, reader))
        .forEach(share -> shares.put(share.path("path").asString(""), share));
    return documents.stream()
        .filter(document -> is(document, "SharedResource"))
        .flatMap(resource ->
            Optional.ofNullable(shares.get(resource.path("parent_path").asString(""))).stream()
                .map(share -> row(resource, share)));
  }

  /** Whether a share names the reader, or something above it and all below that. */
  private static boolean reaches(JsonNode share, PolicyPath reader) {
    boolean descends = share.path("sharing_strategy").asString("").equals("ALL_DESCENDANTS");
    return share
        .path("sharedWith")
        .valueStream()
        .map(path -> path.asString(""))
        .anyMatch(path ->
            path.equals(reader.value()) || (descends && reader.value().startsWith(path + "/")));
  }

  private static ObjectNode row(JsonNode resource, JsonNode share) {
    ObjectNode row = (ObjectNode) resource.deepCopy();
    row.put("share_sharing_strategy", share.path("sharing_strategy").asString("NONE_DESCENDANTS"));
    row.set("share_shared_with", share.path("sharedWith"));
    return row;
  }

  /** The types of what is shared. */
  private Set<String> typesOf(ObjectNode row) {
    Set<String> types = new HashSet<>();
    row.path("resource_objects")
        .valueStream()
        .map(object -> object.path("resource_path").asString(""))
        .filter(PolicyPath::isPolicyPath)
        .flatMap(path -> stored.find(new PolicyPath(path)).stream())
        .forEach(document -> types.add(document.path("resource_type").asString("")));
    return types;
  }

  private static boolean is(JsonNode document, String type) {
    return document.path("resource_type").asString("").equals(type);
  }
}
