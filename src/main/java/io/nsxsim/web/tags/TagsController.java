package io.nsxsim.web.tags;

import io.nsxsim.engine.Author;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.tags.TagOperations;
import io.nsxsim.tags.TagQuery;
import io.nsxsim.tags.Tagged;
import io.nsxsim.tags.TaggedObjects;
import io.nsxsim.web.list.ListParameters;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tags and what carries them; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping({
  TagsController.API + "/infra/tags",
  TagsController.API + "/orgs/{org}/projects/{project}/infra/tags",
  TagsController.API + "/orgs/{org}/projects/{project}/vpcs/{vpc}/tags"
})
class TagsController {

  static final String API = "/policy/api/v1";
  private static final Author ADMIN = Author.client("admin");
  private static final Map<String, Function<ObjectNode, String>> TAG_ORDERS =
      Map.of("scope", row -> text(row, "scope"), "tag", row -> text(row, "tag"));
  private static final Map<String, Function<ObjectNode, String>> OBJECT_ORDERS =
      Map.of(
          "target_type", row -> text(row, "target_type"),
          "target_display_name", row -> text(row, "target_display_name"));

  private final TaggedObjects tagged;
  private final TagOperations operations;

  TagsController(TaggedObjects tagged, TagOperations operations) {
    this.tagged = tagged;
    this.operations = operations;
  }

  @GetMapping
  @ListParameters
  ResultPage tags(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters)
        .page(
            tagged.uses(space(request), query(parameters)).stream().map(TagsController::row),
            TAG_ORDERS);
  }

  @GetMapping("/effective-resources")
  @ListParameters
  ResultPage resources(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    Stream<ObjectNode> rows =
        tagged.carrying(space(request), query(parameters)).stream().map(TagsController::row);
    String field = parameters.getOrDefault("filter_by", "");
    String wanted = parameters.getOrDefault("filter_text", "").toLowerCase(Locale.ROOT);
    return ListQuery.of(parameters)
        .page(
            rows.filter(row ->
                wanted.isEmpty() || text(row, field).toLowerCase(Locale.ROOT).contains(wanted)),
            OBJECT_ORDERS);
  }

  @PutMapping(
      value = {"/tag-operations/{operation}", "/vpc-tag-operations/{operation}"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] run(HttpServletRequest request) throws IOException {
    return operations.run(path(request), JsonBody.read(request), ADMIN);
  }

  @GetMapping({"/tag-operations/{operation}/status", "/vpc-tag-operations/{operation}/status"})
  ObjectNode status(HttpServletRequest request) {
    String path = path(request).value();
    return operations.status(new PolicyPath(path.substring(0, path.lastIndexOf('/'))));
  }

  private static TagQuery query(Map<String, String> parameters) {
    return new TagQuery(
        Optional.ofNullable(parameters.get("scope")),
        Optional.ofNullable(parameters.get("tag")).filter(tag -> !tag.isEmpty()));
  }

  private static ObjectNode row(TaggedObjects.Use use) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("scope", use.tag().scope())
        .put("tag", use.tag().tag())
        .put("tagged_objects_count", use.objects());
  }

  private static ObjectNode row(Tagged object) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    if (PolicyPath.isPolicyPath(object.id())) {
      row.put("path", object.id());
    }
    return row.put("target_id", object.id())
        .put("target_display_name", object.displayName())
        .put("target_type", object.type())
        .put("is_valid", true);
  }

  private static String text(ObjectNode row, String field) {
    return row.path(field).asString("");
  }

  /** The default space, a project or a VPC. */
  private static PolicyPath space(HttpServletRequest request) {
    String path = path(request).value();
    String above = path.substring(0, path.lastIndexOf("/tags"));
    return new PolicyPath(
        above.startsWith("/orgs/") && above.endsWith("/infra")
            ? above.substring(0, above.length() - "/infra".length())
            : above);
  }

  private static PolicyPath path(HttpServletRequest request) {
    return RequestPath.below(API, request.getRequestURI());
  }
}
