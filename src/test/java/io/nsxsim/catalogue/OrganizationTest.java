package io.nsxsim.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A tree with an organization, a project {@code dev} that has a tier-0, and another project. */
public abstract class OrganizationTest extends TreeTest {

  /** The project that tests are about. */
  protected static final String DEV = "/orgs/default/projects/dev";

  /** A project that has nothing. */
  protected static final String OTHER = "/orgs/default/projects/other";

  @BeforeEach
  void organization() {
    install(
        "/org-root",
        "{'resource_type': 'OrgRoot', 'children': ["
            + "{'resource_type': 'ChildOrg', 'Org': {'id': 'default', 'children': ["
            + "{'resource_type': 'ChildProject', 'Project': {'id': 'default'}}]}}]}");
    install(
        "/infra",
        "{'resource_type': 'Infra', 'children': [{'resource_type': 'ChildNetworkSpan',"
            + " 'NetworkSpan': {'id': 'default', 'is_default': true}}]}");
    patch("network-spans/small", "{}");
    patch("tier-0s/north", "{}");
    patch("tier-0s/south", "{}");
    patch("ip-blocks/public", "{'cidr': '10.110.0.0/24', 'visibility': 'EXTERNAL'}");
    patch("ip-blocks/private", "{'cidr': '172.28.0.0/24', 'visibility': 'PRIVATE'}");
    patch("gateway-connections/north", "{'tier0_path': '/infra/tier-0s/north'}");
    patch(
        DEV,
        "{'tier_0s': ['/infra/tier-0s/north'], 'external_ipv4_blocks': ['/infra/ip-blocks/public'],"
            + " 'site_infos': [{'site_path': '/infra/sites/default', 'edge_cluster_paths': ['"
            + EDGES
            + "']}], 'tgw_external_connections': ['/infra/gateway-connections/north']}");
    patch(OTHER, "{}");
  }

  /** The texts of a list. */
  protected static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asString("")));
    return texts;
  }

  /** The ids of the objects of a collection. */
  protected List<String> ids(String collection) {
    List<String> ids = new ArrayList<>();
    read(collection).path("results").forEach(one -> ids.add(one.path("id").stringValue()));
    return ids;
  }
}
