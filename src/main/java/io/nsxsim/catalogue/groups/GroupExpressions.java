package io.nsxsim.catalogue.groups;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The expressions in a group's document as things of their own. Each has an id, and some can be
 * addressed by it: {@code …/groups/web/ip-address-expressions/{id}}.
 */
public final class GroupExpressions {

  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "Condition", "condition-expressions",
          "ConjunctionOperator", "conjunction-expressions",
          "NestedExpression", "nested-expressions",
          "IPAddressExpression", "ip-address-expressions",
          "MACAddressExpression", "mac-address-expressions",
          "ExternalIDExpression", "external-id-expressions",
          "PathExpression", "path-expressions",
          "IdentityGroupExpression", "identity-group-expressions");

  private final ObjectNode group;
  private final Form form;
  private final String id;

  /** A kind of expression that is a list of texts and can be addressed. */
  public enum Form {
    IP_ADDRESSES("IPAddressExpression", "ip_addresses", "ip_addresses", "IPAddressList"),
    MAC_ADDRESSES("MACAddressExpression", "mac_addresses", "mac_addresses", "MACAddressList"),
    EXTERNAL_IDS("ExternalIDExpression", "external_ids", "members", "GroupMemberList"),
    PATHS("PathExpression", "paths", "members", "GroupMemberList");

    private final String type;
    private final String field;
    private final String listed;
    private final String body;

    Form(String type, String field, String listed, String body) {
      this.type = type;
      this.field = field;
      this.listed = listed;
      this.body = body;
    }

    /** The form of a collection such as {@code path-expressions}. */
    public static Form of(String collection) {
      for (Form form : values()) {
        if (collection.equals(COLLECTIONS.get(form.type))) {
          return form;
        }
      }
      throw new Refusal(
          Reason.NO_SUCH_RESOURCE, "Groups have no expressions in " + collection + ".");
    }

    /** The schema of such an expression. */
    public String schema() {
      return type;
    }

    /** The schema of a body that adds or removes elements. */
    public String bodySchema() {
      return body;
    }
  }

  /** The expression of an id, present or not, in the document of a group, which will be changed. */
  public GroupExpressions(ObjectNode group, Form form, String id) {
    this.group = group;
    this.form = form;
    this.id = id;
  }

  /** Gives each expression of a group an id, if it has none, and the path that follows from it. */
  static void name(ObjectNode group) {
    String path = group.path("path").asString("");
    int position = 0;
    for (JsonNode element : group.path("expression")) {
      String type = element.path("resource_type").asString("");
      if (element instanceof ObjectNode expression && COLLECTIONS.containsKey(type)) {
        String known = expression.path("id").asString("");
        String id = known.isEmpty() ? derived(path, type, position) : known;
        expression.put("id", id);
        expression.put("path", path + "/" + COLLECTIONS.get(type) + "/" + id);
        expression.put("parent_path", path);
        expression.put("relative_path", id);
      }
      position++;
    }
  }

  private static String derived(String path, String type, int position) {
    String name = path + " " + type + " " + position;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Puts an expression in its place, or behind the others as an alternative to them. */
  public ObjectNode put(ObjectNode expression) {
    expression.put("resource_type", form.type).put("id", id);
    ArrayNode list = list();
    int position = position();
    if (position >= 0) {
      list.set(position, expression);
      return group;
    }
    if (!list.isEmpty()) {
      list.addObject()
          .put("resource_type", "ConjunctionOperator")
          .put("conjunction_operator", "OR");
    }
    list.add(expression);
    return group;
  }

  /** Adds the elements that a body lists. */
  public ObjectNode add(JsonNode body) {
    Set<String> elements = elements();
    body.path(form.listed).forEach(element -> elements.add(element.asString("")));
    return write(elements);
  }

  /** Removes the elements that a body lists; with the last one the expression goes. */
  public ObjectNode remove(JsonNode body) {
    Set<String> elements = elements();
    body.path(form.listed).forEach(element -> elements.remove(element.asString("")));
    return elements.isEmpty() ? delete() : write(elements);
  }

  /** Removes the expression and the operator that joins it to the others. */
  public ObjectNode delete() {
    int position = require();
    ArrayNode list = list();
    list.remove(position);
    if (!list.isEmpty()) {
      list.remove(Math.max(0, position - 1));
    }
    return group;
  }

  private Set<String> elements() {
    Set<String> elements = new LinkedHashSet<>();
    list().get(require()).path(form.field).forEach(element -> elements.add(element.asString("")));
    return elements;
  }

  private ObjectNode write(Set<String> elements) {
    ObjectNode expression = (ObjectNode) list().get(require());
    expression.set(form.field, JsonMapper.shared().valueToTree(List.copyOf(elements)));
    return group;
  }

  private ArrayNode list() {
    return group.path("expression") instanceof ArrayNode list ? list : group.putArray("expression");
  }

  private int require() {
    int position = position();
    if (position < 0) {
      throw new Refusal(
          Reason.NOT_FOUND, "The group has no " + form.type + " with the id " + id + ".");
    }
    return position;
  }

  private int position() {
    ArrayNode list = list();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("id").asString("").equals(id)
          && list.get(i).path("resource_type").asString("").equals(form.type)) {
        return i;
      }
    }
    return -1;
  }
}
