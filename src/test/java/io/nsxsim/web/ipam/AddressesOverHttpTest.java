package io.nsxsim.web.ipam;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.nsxsim.RunningServer;
import io.nsxsim.catalogue.TreeTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class AddressesOverHttpTest extends TreeTest {

  private static final String BLOCKS = "/policy/api/v1/infra/ip-blocks";
  private static final String POOL = "/api/v1/pools/ip-pools/p";
  private static final String FORWARDER = "/policy/api/v1/infra/tier-1s/web/dns-forwarder";

  @Autowired private ApplicationContext context;

  @BeforeEach
  void block() {
    patch(
        "ip-blocks/b",
        "{'cidrs': ['10.0.0.0/28'], 'visibility': 'EXTERNAL',"
            + " 'ranges': [{'start': '10.1.0.1', 'end': '10.1.0.4'}]}");
    patch("ip-pools/p", "{}");
    patch(
        "ip-pools/p/ip-subnets/s",
        "{'resource_type': 'IpAddressPoolBlockSubnet', 'ip_block_path': '/infra/ip-blocks/b',"
            + " 'size': 4}");
  }

  private ValidatableResponse get(String path) {
    return RunningServer.in(context).plainAdmin().get(path).then();
  }

  private ValidatableResponse post(String path, String body) {
    return RunningServer.in(context)
        .plainAdmin()
        .contentType(ContentType.JSON)
        .body(body.replace('\'', '"'))
        .post(path)
        .then();
  }

  @Test
  void a_block_tells_its_use() {
    get(BLOCKS + "/b/usage")
        .statusCode(200)
        .body("intent_path", equalTo("/infra/ip-blocks/b"))
        .body("visibility", equalTo("EXTERNAL"))
        .body("address_type", equalTo("IPV4"))
        .body("overall_ips_count", equalTo("20"))
        .body("used_ips_count", equalTo("4"))
        .body("available_ips_count", equalTo("16"))
        .body("used_ip_ranges", contains("10.0.0.0-10.0.0.3"))
        .body("available_ip_ranges", contains("10.0.0.4-10.0.0.15", "10.1.0.1-10.1.0.4"))
        .body("cidr_usage[0].cidr", equalTo("10.0.0.0/28"))
        .body("cidr_usage[0].used_ips_count", equalTo("4"))
        .body("range_usage[0].range", equalTo("10.1.0.1-10.1.0.4"))
        .body("range_usage[0].available_ips_count", equalTo("4"));
  }

  @Test
  void all_blocks_tell_their_use() {
    patch("ip-blocks/c", "{'cidr': '192.0.2.0/24'}");
    get(BLOCKS + "/usage")
        .statusCode(200)
        .body("result_count", equalTo(2))
        .body("results.intent_path", contains("/infra/ip-blocks/b", "/infra/ip-blocks/c"));
    get(BLOCKS + "/usage?ip_address_block_path=/infra/ip-blocks/c")
        .body("results.available_ips_count", contains("256"));
  }

  @Test
  void a_block_tells_who_has_what() {
    get(BLOCKS + "/b/allocation-state")
        .statusCode(200)
        .body("allocation_states.cidr", contains("10.0.0.0/30"))
        .body("allocation_states.allocation_path", contains("/infra/ip-pools/p/ip-subnets/s"));
    get(BLOCKS + "/allocation-state").body("results.allocation_states", hasSize(1));
  }

  @Test
  void a_block_counts_its_free_networks() {
    get(BLOCKS + "/b/available-subnets?mask=30").body("free_subnets", equalTo("3"));
    get(BLOCKS + "/b/available-subnets?mask=29").body("free_subnets", equalTo("1"));
    get(BLOCKS + "/b/available-subnets?mask=x").statusCode(400).body("details", equalTo("mask"));
    get(BLOCKS + "/b/available-subnets").statusCode(400);
  }

  @Test
  void a_block_that_is_not_there_has_no_use() {
    get(BLOCKS + "/none/usage").statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void the_older_api_gives_addresses_of_the_same_pool() {
    get(POOL).statusCode(200).body("pool_usage.free_ids", equalTo(1));
    post(POOL + "?action=ALLOCATE", "{}")
        .statusCode(200)
        .body("allocation_id", equalTo("10.0.0.2"));
    post(POOL + "?action=ALLOCATE", "{}").statusCode(409).body("error_code", equalTo(5109));
    post(POOL + "?action=ALLOCATE", "{'allocation_id': '10.0.0.2'}")
        .statusCode(409)
        .body("error_code", equalTo(5141));
    get(POOL + "/allocations").body("results.allocation_id", contains("10.0.0.2"));
    get("/api/v1/pools/ip-pools").body("results[0].pool_usage.allocated_ids", equalTo(1));
    post(POOL + "?action=RELEASE", "{'allocation_id': '10.0.0.2'}").statusCode(200);
    post(POOL + "?action=RELEASE", "{'allocation_id': '10.0.0.2'}")
        .statusCode(400)
        .body("error_code", equalTo(5110));
    get(POOL).body("pool_usage.free_ids", equalTo(1));
  }

  @Test
  void the_older_api_refuses_what_it_does_not_know() {
    post(POOL + "?action=DANCE", "{}").statusCode(400).body("details", equalTo("action"));
    post(POOL, "{}").statusCode(400);
    get("/api/v1/pools/ip-pools/none").statusCode(404);
  }

  @Test
  void realized_entities_show_what_was_given() {
    String entities = "/policy/api/v1/infra/realized-state/realized-entities?intent_path=";
    patch("ip-pools/p/ip-allocations/a", "{}");
    patch("ip-pools/p/ip-allocations/b", "{'allocation_ip': '192.0.2.1'}");
    get(entities + "/infra/ip-pools/p/ip-allocations/a")
        .statusCode(200)
        .body("results[0].state", equalTo("REALIZED"))
        .body("results[0].extended_attributes[0].key", equalTo("allocation_ip"))
        .body("results[0].extended_attributes[0].values", contains("10.0.0.2"));
    get(entities + "/infra/ip-pools/p/ip-allocations/b").body("results[0].state", equalTo("ERROR"));
    get(entities + "/infra/ip-pools/p/ip-subnets/s")
        .body("results[0].extended_attributes[0].values", contains("10.0.0.0/30"));
    delete("ip-pools/p/ip-allocations/a");
    delete("ip-pools/p/ip-subnets/s");
    get(entities + "/infra/ip-pools/p/ip-subnets/s").statusCode(404);
  }

  @Test
  void a_forwarder_can_be_asked_and_its_cache_emptied() {
    patch("tier-1s/web", "{}");
    post(FORWARDER + "?action=clear_cache", "{}").statusCode(404);
    get(FORWARDER + "/nslookup?address=dns.example").statusCode(404);
    patch("dns-forwarder-zones/all", "{'upstream_servers': ['192.0.2.53']}");
    patch(
        "tier-1s/web/dns-forwarder",
        "{'listener_ip': '10.2.2.12',"
            + " 'default_forwarder_zone_path': '/infra/dns-forwarder-zones/all'}");
    post(FORWARDER + "?action=clear_cache", "{}").statusCode(200);
    post(FORWARDER + "?action=", "{}").statusCode(400);
    get(FORWARDER + "/nslookup").statusCode(400);
    get(FORWARDER + "/nslookup?address=nowhere.example")
        .statusCode(200)
        .body("intent_path", equalTo("/infra/tier-1s/web/dns-forwarder"))
        .body("dns_answer_per_enforcement_point[0].resource_type", equalTo("NsxTDnsAnswer"))
        .body("dns_answer_per_enforcement_point[0].dns_server", equalTo("10.2.2.12#53"))
        .body("dns_answer_per_enforcement_point[0].answers", hasSize(0));
  }
}
