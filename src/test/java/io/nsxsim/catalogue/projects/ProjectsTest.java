package io.nsxsim.catalogue.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.OrganizationTest;
import io.nsxsim.error.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"Project", "TransitGateway", "TransitGatewayAttachment", "ConnectivityPolicy"})
class ProjectsTest extends OrganizationTest {

  private static final String NEW = "/orgs/default/projects/a-long-name";

  @Test
  void a_project_is_on_the_default_site_span_and_zone() {
    patch(NEW, "{}");
    JsonNode project = read(NEW);
    assertThat(project.at("/site_infos/0/site_path").asString()).isEqualTo("/infra/sites/default");
    assertThat(texts(project.at("/site_infos/0/transport_zone_paths")))
        .containsExactly(ZONES + "overlay");
    assertThat(project.at("/vpc_deployment_scope/span_references/0/span_path").asString())
        .isEqualTo("/infra/network-spans/default");
    assertThat(project.at("/vpc_deployment_scope/span_references/0/is_default").asBoolean())
        .isTrue();
    assertThat(project.path("activate_default_dfw_rules").asBoolean()).isTrue();
    assertThat(project.path("default").asBoolean()).isFalse();
  }

  @Test
  void a_site_without_a_path_is_the_default_one() {
    patch(NEW, "{'site_infos': [{'edge_cluster_paths': [], 'site_path': ''}]}");
    assertThat(read(NEW).at("/site_infos/0/site_path").asString())
        .isEqualTo("/infra/sites/default");
    patch(NEW, "{'site_infos': []}");
    assertThat(read(NEW).at("/site_infos/0/site_path").asString())
        .isEqualTo("/infra/sites/default");
  }

  @Test
  void a_short_id_is_the_id_or_made_and_stays() {
    assertThat(read(DEV).path("short_id").asString()).isEqualTo("dev");
    patch(NEW, "{}");
    String made = read(NEW).path("short_id").asString();
    assertThat(made).hasSize(8);
    patch(NEW, "{'description': 'x'}");
    assertThat(read(NEW).path("short_id").asString()).isEqualTo(made);
    conflicts("/short_id", NEW, "{'short_id': 'else'}");
    conflicts("/short_id", "/orgs/default/projects/third", "{'short_id': 'dev'}");
    isInvalid("/short_id", "/orgs/default/projects/third", "{'short_id': 'ninechars'}");
  }

  @Test
  void a_new_project_has_the_default_profiles_of_the_system() {
    install(
        "/infra",
        "{'resource_type': 'Infra', 'children': [{'resource_type': 'ChildIpv6NdraProfile',"
            + " 'Ipv6NdraProfile': {'id': 'default', 'display_name': 'default'}}]}");
    patch("ipv6-ndra-profiles/mine", "{'display_name': 'mine'}");
    patch(NEW, "{}");
    JsonNode profile = read(NEW + "/infra/ipv6-ndra-profiles/default");
    assertThat(profile.path("display_name").asString()).isEqualTo("default");
    assertThat(profile.path("_system_owned").asBoolean()).isTrue();
    assertThat(profile.path("parent_path").asString()).isEqualTo(NEW + "/infra");
    assertThat(ids(NEW + "/infra/ipv6-ndra-profiles")).containsExactly("default");
  }

  @Test
  void a_new_project_has_a_gateway_and_profiles() {
    String gateway = DEV + "/transit-gateways/default";
    assertThat(read(gateway).path("is_default").asBoolean()).isTrue();
    assertThat(read(gateway + "/nat/USER").path("nat_type").asString()).isEqualTo("USER");
    JsonNode profile = read(DEV + "/vpc-connectivity-profiles/default");
    assertThat(profile.path("transit_gateway_path").asString()).isEqualTo(gateway);
    assertThat(texts(profile.path("external_ip_blocks")))
        .containsExactly("/infra/ip-blocks/public");
    assertThat(read(DEV + "/vpc-service-profiles/default").at("/dhcp_config/dhcp_server_config"))
        .isNotEmpty();
    assertThat(read(DEV + "/vpc-security-profiles/default").path("is_default").asBoolean())
        .isTrue();
    refuses(Reason.SYSTEM_OWNED, "", () -> delete(gateway));
  }

  @Test
  void a_suffix_is_in_the_ids_of_what_comes_with_the_project() {
    patch(NEW, "{'id_suffix': 'x'}");
    assertThat(ids(NEW + "/transit-gateways")).containsExactly("default-x");
    assertThat(ids(NEW + "/vpc-service-profiles")).containsExactly("default-x");
  }

  @Test
  void a_new_project_lets_its_machines_talk_to_each_other_alone() {
    JsonNode rules =
        read(DEV + "/infra/domains/default/security-policies/default-layer3-section").path("rules");
    assertThat(rules).hasSize(5);
    assertThat(texts(rules.get(3).path("source_groups")))
        .containsExactly("/infra/domains/default/groups/ORG-default-PROJECT-dev");
    assertThat(rules.get(4).path("action").asString()).isEqualTo("DROP");
    assertThat(rules.get(4).path("is_default").asBoolean()).isTrue();
  }

  @Test
  void what_a_project_names_must_be_there_and_fit() {
    refuses(Reason.INVALID_PATH, "tier_0s", () -> patch(NEW, "{'tier_0s': ['/infra/tier-0s/x']}"));
    conflicts(
        "/external_ipv4_blocks/0", NEW, "{'external_ipv4_blocks': ['/infra/ip-blocks/private']}");
    conflicts(
        "/vpc_deployment_scope/span_references",
        NEW,
        "{'vpc_deployment_scope': {'span_references': ["
            + "{'span_path': '/infra/network-spans/default', 'is_default': true},"
            + "{'span_path': '/infra/network-spans/small', 'is_default': true}]}}");
  }

  @Test
  void a_project_with_content_is_deleted_only_as_a_whole() {
    patch(DEV + "/infra/tier-1s/web", "{}");
    refuses(Reason.IN_USE, "", () -> delete(DEV));
    deleteAll(DEV);
    assertThat(ids("/orgs/default/projects")).containsExactly("default", "other");
    assertThat(ids("domains/default/groups")).doesNotContain("ORG-default-PROJECT-dev");
    delete(OTHER);
    refuses(Reason.SYSTEM_OWNED, "", () -> delete("/orgs/default/projects/default"));
  }

  @Test
  void a_transit_gateway_spans_what_its_project_spans() {
    patch(DEV + "/transit-gateways/second", "{}");
    JsonNode span = read(DEV + "/transit-gateways/second").path("span");
    assertThat(span.path("type").asString()).isEqualTo("ClusterBasedSpan");
    assertThat(span.path("span_path").asString()).isEqualTo("/infra/network-spans/default");
    conflicts(
        "/span/span_path",
        DEV + "/transit-gateways/third",
        "{'span': {'type': 'ClusterBasedSpan', 'span_path': '/infra/network-spans/small'}}");
  }

  @Test
  void a_transit_gateway_takes_the_connections_of_its_project() {
    String attachment = DEV + "/transit-gateways/default/attachments/a";
    patch(attachment, "{'connection_path': '/infra/gateway-connections/north'}");
    assertThat(
            read(attachment).at("/route_advertisement_rules/0/route_advertisement_type").asString())
        .isEqualTo("PUBLIC");
    conflicts(
        "/connection_path",
        DEV + "/transit-gateways/default/attachments/b",
        "{'connection_path': '/infra/gateway-connections/north'}");
    refuses(
        Reason.INVALID_PATH,
        "connection_path",
        () ->
            patch(
                OTHER + "/transit-gateways/default/attachments/a",
                "{'connection_path': '/infra/gateway-connections/north'}"));
  }

  @Test
  void the_scope_of_a_connectivity_policy_stays() {
    patch(DEV + "/infra/domains/default/groups/vpcs", "{}");
    String policy = DEV + "/transit-gateways/default/connectivity-policies/p";
    String group = "'group': '" + DEV + "/infra/domains/default/groups/vpcs'";
    patch(policy, "{" + group + "}");
    assertThat(read(policy).path("connectivity_scope").asString()).isEqualTo("COMMUNITY");
    assertThat(read(policy).path("internal_id").isNumber()).isTrue();
    conflicts("/connectivity_scope", policy, "{" + group + ", 'connectivity_scope': 'ISOLATED'}");
  }
}
