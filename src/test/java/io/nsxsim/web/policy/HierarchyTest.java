package io.nsxsim.web.policy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

/** Bodies that hold a whole tree. */
class HierarchyTest extends PolicyHttpTest {

  private static final String WEB = child("Tier1", "'id': 'web'");
  private static final String BELOW_WEB =
      child("Segment", "'id': 's', 'connectivity_path': '/infra/tier-1s/web'");

  private static String gone(String type, String id) {
    return child(type, "'id': '" + id + "'").replaceFirst("\\{", "{'marked_for_delete': true, ");
  }

  private static String through(String type, String id, String children) {
    return "{'resource_type': 'ChildResourceReference', 'target_type': '"
        + type
        + "', 'id': '"
        + id
        + "', 'children': ["
        + children
        + "]}";
  }

  @Test
  void a_tree_is_written_with_an_empty_answer() {
    patchedTree(WEB + "," + BELOW_WEB).statusCode(200).body(equalTo(""));
    get("/segments/s").body("type", equalTo("ROUTED"));
  }

  @Test
  void all_or_nothing() {
    isRefused(
        patchedTree(WEB + "," + child("Tier1", "'id': 'db', 'arp_limit': 1")),
        400,
        255,
        "/arp_limit");
    get("/tier-1s").body("result_count", equalTo(0));
    get("/domains/default/gateway-policies").body("result_count", equalTo(0));
  }

  @Test
  void the_order_does_not_matter() {
    patchedTree(BELOW_WEB + "," + WEB).statusCode(200);
    String rule =
        "'id': 'r', 'action': 'DROP', 'source_groups': ['/infra/domains/default/groups/g']";
    String policy = "'id': 'p', 'children': [" + child("Rule", rule) + "]";
    patchedTree(
            through(
                "Domain",
                "default",
                child("SecurityPolicy", policy) + "," + child("Group", "'id': 'g'")))
        .statusCode(200);
    get("/domains/default/security-policies/p").body("rules.size()", equalTo(1));
  }

  @Test
  void children_lie_below_their_parent() {
    patchedTree(
            child(
                "Tier1",
                "'id': 'web', 'children': ["
                    + child(
                        "LocaleServices", "'id': 'default', 'edge_cluster_path': '" + EDGES + "'")
                    + "]"))
        .statusCode(200);
    get("/tier-1s/web").body("ha_mode", equalTo("ACTIVE_STANDBY"));
    get("/tier-1s/web/locale-services/default").body("parent_path", equalTo("/infra/tier-1s/web"));
  }

  @Test
  void a_reference_leads_through_an_object_without_touching_it() {
    patchedTree(child("Tier1", "'id': 'web', 'description': 'mine'"));
    patchedTree(through("Tier1", "web", child("Segment", "'id': 's'"))).statusCode(200);
    get("/tier-1s/web").body("description", equalTo("mine")).body("_revision", equalTo(0));
    get("/tier-1s/web/segments/s").statusCode(200);
  }

  @Test
  void a_reference_leads_to_something() {
    isRefused(
        patchedTree(through("Tier1", "none", child("Segment", "'id': 's'"))), 400, 500012, "");
    isRefused(patchedTree(through("Nothing", "x", "")), 400, 255, "/children/0/target_type");
    isRefused(patchedTree(through("Tier1", "", "")), 400, 255, "/children/0/id");
  }

  @Test
  void a_deletion_takes_children_along() {
    patchedTree(WEB);
    patched("/tier-1s/web/segments/s", "{}");
    isRefused(deleted("/tier-1s/web"), 400, 500030, "");
    patchedTree(gone("Tier1", "web")).statusCode(200);
    get("/tier-1s/web").statusCode(404);
    get("/tier-1s/web/segments/s").statusCode(404);
  }

  @Test
  void a_deletion_names_those_who_refer_to_the_object() {
    patchedTree(WEB + "," + BELOW_WEB);
    isRefused(patchedTree(gone("Tier1", "web")), 400, 500030, "");
    deleted("/tier-1s/web")
        .statusCode(400)
        .body("error_code", equalTo(500030))
        .body("error_message", containsString("/infra/segments/s"));
    get("/tier-1s/web").statusCode(200);
  }

  @Test
  void a_deletion_sees_what_else_the_body_does() {
    patchedTree(WEB + "," + BELOW_WEB);
    patchedTree(gone("Tier1", "web") + "," + gone("Segment", "s")).statusCode(200);
    patchedTree(WEB + "," + BELOW_WEB);
    patchedTree(gone("Tier1", "web") + "," + child("Segment", "'id': 's'")).statusCode(200);
    get("/segments/s").body("type", equalTo("DISCONNECTED"));
  }

  @Test
  void a_deletion_of_nothing_is_done_already() {
    patchedTree(gone("Tier1", "none")).statusCode(200);
  }

  @Test
  void a_body_cannot_refer_to_what_it_deletes() {
    patchedTree(WEB);
    isRefused(
        patchedTree(gone("Tier1", "web") + "," + BELOW_WEB), 400, 500012, "connectivity_path");
  }

  @Test
  void a_system_owned_object_is_not_deleted() {
    patchedTree(WEB);
    isRefused(
        patchedTree(
            through("Domain", "default", gone("GatewayPolicy", "Policy_Default_Infra-tier1-web"))),
        400,
        500157,
        "");
  }

  @Test
  void a_wrapper_is_well_formed() {
    isRefused(patched("", "{'children': {}}"), 400, 255, "/children");
    isRefused(patchedTree("5"), 400, 255, "/children/0");
    isRefused(patchedTree("{}"), 400, 255, "/children/0/resource_type");
    isRefused(
        patchedTree("{'resource_type': 'ChildNothing'}"), 400, 255, "/children/0/resource_type");
    isRefused(
        patchedTree("{'resource_type': 'ChildTier1', 'tier1': {}}"), 400, 255, "/children/0/Tier1");
    isRefused(patchedTree(child("Tier1", "")), 400, 255, "/children/0/Tier1/id");
    isRefused(patchedTree(child("Tier1", "'id': 'a b'")), 400, 500012, "/children/0/Tier1/id");
  }

  @Test
  void a_tree_can_be_sent_twice() {
    patchedTree(WEB + "," + BELOW_WEB).statusCode(200);
    patchedTree(WEB + "," + BELOW_WEB).statusCode(200);
    get("/segments").body("result_count", equalTo(1));
  }

  @Test
  void a_fixed_part_of_an_object_comes_with_the_first_thing_below_it() {
    patched("/route-controllers/rc", "{}").statusCode(200);
    get("/route-controllers/rc/bgp").statusCode(404);
    patched(
            "/route-controllers/rc/bgp/neighbors/n",
            "{'neighbor_address': '10.0.0.9', 'remote_as_num': '65001'}")
        .statusCode(200);
    get("/route-controllers/rc/bgp").statusCode(200);
    isRefused(
        patched(
            "/route-controllers/none/bgp/neighbors/n",
            "{'neighbor_address': '10.0.0.9', 'remote_as_num': '65001'}"),
        400,
        500012,
        "");
  }
}
