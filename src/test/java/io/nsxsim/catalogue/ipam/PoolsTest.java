package io.nsxsim.catalogue.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import io.nsxsim.error.Reason;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"IpAddressPool", "IpAddressPoolSubnet", "IpAddressAllocation"})
class PoolsTest extends TreeTest {

  private static final String SUBNET = "ip-pools/p/ip-subnets/s";
  private static final String RANGE = "'allocation_ranges': [{'start': '%s', 'end': '%s'}]}";
  private static final String STATIC =
      "{'resource_type': 'IpAddressPoolStaticSubnet', 'cidr': '10.0.0.0/24', " + RANGE;

  @BeforeEach
  void pool() {
    patch("ip-pools/p", "{}");
    patch(SUBNET, STATIC.formatted("10.0.0.10", "10.0.0.12"));
  }

  private String given(String id) {
    return read("ip-pools/p/ip-allocations/" + id).path("allocated_ip").asString("none");
  }

  private void allocate(String id, String body) {
    patch("ip-pools/p/ip-allocations/" + id, body);
  }

  private JsonNode usage() {
    return read("ip-pools/p").path("pool_usage");
  }

  @Test
  void the_lowest_free_address_is_given_and_kept() {
    allocate("a", "{}");
    allocate("b", "{}");
    allocate("a", "{'description': 'again'}");
    put("ip-pools/p/ip-allocations/a", "{'_revision': 1}");
    assertThat(given("a")).isEqualTo("10.0.0.10");
    assertThat(read("ip-pools/p/ip-allocations/a").path("allocation_ip").asString())
        .isEqualTo("10.0.0.10");
    assertThat(given("b")).isEqualTo("10.0.0.11");
  }

  @Test
  void an_address_can_be_wanted() {
    allocate("a", "{'allocation_ip': '10.0.0.11'}");
    allocate("b", "{}");
    allocate("c", "{}");
    assertThat(given("a")).isEqualTo("10.0.0.11");
    assertThat(given("c")).isEqualTo("10.0.0.12");
  }

  @Test
  void a_released_address_is_given_again() {
    allocate("a", "{}");
    allocate("b", "{}");
    delete("ip-pools/p/ip-allocations/a");
    allocate("c", "{}");
    assertThat(given("c")).isEqualTo("10.0.0.10");
  }

  @Test
  void what_the_pool_cannot_give_is_stored_without_an_address() {
    allocate("outside", "{'allocation_ip': '10.0.0.99'}");
    allocate("first", "{'allocation_ip': '10.0.0.10'}");
    allocate("second", "{'allocation_ip': '10.0.0.10'}");
    assertThat(given("outside")).isEqualTo("none");
    assertThat(given("second")).isEqualTo("none");
    assertThat(usage().path("requested_ip_allocations").asInt()).isEqualTo(3);
    assertThat(usage().path("allocated_ip_allocations").asInt()).isEqualTo(1);
  }

  @Test
  void with_synchronous_realization_it_is_refused() {
    String sync = "'sync_realization': true";
    patch(SUBNET, STATIC.formatted("10.0.0.10", "10.0.0.10"));
    allocate("a", "{" + sync + "}");
    refuses(Reason.POOL_EXHAUSTED, "", () -> allocate("b", "{" + sync + "}"));
    refuses(
        Reason.ADDRESS_TAKEN,
        "/allocation_ip",
        () -> allocate("b", "{'allocation_ip': '10.0.0.10', " + sync + "}"));
    refuses(
        Reason.NOT_IN_POOL,
        "/allocation_ip",
        () -> allocate("b", "{'allocation_ip': '10.0.0.9', " + sync + "}"));
  }

  @Test
  void an_allocation_that_comes_before_its_subnet_gets_its_address_with_it() {
    patch("ip-pools/q", "{}");
    patch("ip-pools/q/ip-allocations/a", "{}");
    patch("ip-pools/q/ip-allocations/b", "{'allocation_ip': '10.0.0.10'}");
    patch("ip-pools/q/ip-subnets/s", STATIC.formatted("10.0.0.10", "10.0.0.12"));
    Set<String> addresses = new HashSet<>();
    read("ip-pools/q/ip-allocations")
        .path("results")
        .forEach(one -> addresses.add(one.path("allocated_ip").asString("none")));
    assertThat(addresses).hasSize(2).doesNotContain("none").contains("10.0.0.10");
  }

  @Test
  void the_address_of_an_allocation_stays() {
    allocate("a", "{}");
    conflicts("/allocation_ip", "ip-pools/p/ip-allocations/a", "{'allocation_ip': '10.0.0.12'}");
  }

  @Test
  void a_client_cannot_say_what_was_given() {
    allocate("a", "{'allocated_ip': '192.0.2.1'}");
    assertThat(given("a")).isEqualTo("10.0.0.10");
  }

  @Test
  void the_gateway_is_never_given() {
    patch(
        SUBNET,
        STATIC.formatted("10.0.0.1", "10.0.0.3").replace("]}", "], 'gateway_ip': '10.0.0.1'}"));
    allocate("a", "{}");
    assertThat(given("a")).isEqualTo("10.0.0.2");
    assertThat(usage().path("total_ips").asInt()).isEqualTo(2);
  }

  @Test
  void the_pool_shows_its_use() {
    allocate("a", "{}");
    assertThat(usage().path("total_ips").asInt()).isEqualTo(3);
    assertThat(usage().path("available_ips").asInt()).isEqualTo(2);
    delete("ip-pools/p/ip-allocations/a");
    assertThat(usage().path("available_ips").asInt()).isEqualTo(3);
    assertThat(read("ip-pools/p").path("ip_address_type").asString()).isEqualTo("IPV4");
    assertThat(read("ip-pools/p").path("_revision").asInt()).isZero();
  }

  @Test
  void a_subnet_stays_while_its_addresses_are_in_use() {
    allocate("a", "{}");
    refuses(Reason.IN_USE, "", () -> delete(SUBNET));
    refuses(Reason.IN_USE, "", () -> patch(SUBNET, STATIC.formatted("10.0.0.11", "10.0.0.12")));
    delete("ip-pools/p/ip-allocations/a");
    delete(SUBNET);
    assertThat(usage().path("total_ips").asInt()).isZero();
  }

  @Test
  void a_pool_goes_with_all_that_is_in_it() {
    allocate("a", "{}");
    refuses(Reason.IN_USE, "", () -> delete("ip-pools/p"));
    patchTree(
        "{'resource_type': 'ChildIpAddressPool', 'marked_for_delete': true,"
            + " 'IpAddressPool': {'resource_type': 'IpAddressPool', 'id': 'p'}}");
    patch("ip-pools/p", "{}");
    patch(SUBNET, STATIC.formatted("10.0.0.10", "10.0.0.12"));
    allocate("b", "{}");
    assertThat(given("b")).isEqualTo("10.0.0.10");
  }

  @Test
  void a_refused_request_gives_nothing_away() {
    refuses(Reason.INVALID_VALUE, "/allocation_ip", () -> allocate("a", "{'allocation_ip': 'x'}"));
    refuses(Reason.UNKNOWN_FIELD, "/nothing", () -> allocate("a", "{'nothing': 1}"));
    allocate("b", "{}");
    assertThat(given("b")).isEqualTo("10.0.0.10");
  }

  @Test
  void subnets_of_a_pool_do_not_overlap() {
    conflicts("/cidr", "ip-pools/p/ip-subnets/t", STATIC.formatted("10.0.0.20", "10.0.0.30"));
    patch("ip-pools/q", "{}");
    patch("ip-pools/q/ip-subnets/t", STATIC.formatted("10.0.0.20", "10.0.0.30"));
  }

  @Test
  void ranges_and_gateway_lie_in_the_subnet() {
    isInvalid("/allocation_ranges/0", SUBNET, STATIC.formatted("10.0.0.12", "10.0.0.10"));
    conflicts("/allocation_ranges/0", SUBNET, STATIC.formatted("10.0.0.12", "10.0.1.1"));
    conflicts(
        "/allocation_ranges/1",
        SUBNET,
        STATIC
            .formatted("10.0.0.10", "10.0.0.12")
            .replace("}]", "}, {'start': '10.0.0.12', 'end': '10.0.0.13'}]"));
    conflicts(
        "/gateway_ip",
        SUBNET,
        STATIC.formatted("10.0.0.10", "10.0.0.12").replace("]}", "], 'gateway_ip': '10.0.1.1'}"));
    misses(
        "/cidr",
        SUBNET,
        "{'resource_type': 'IpAddressPoolStaticSubnet', "
            + RANGE.formatted("10.0.0.1", "10.0.0.2"));
  }

  @Test
  void a_subnet_says_of_which_type_it_is() {
    isInvalid("/resource_type", "ip-pools/p/ip-subnets/t", "{'resource_type': 'Subnet'}");
    misses("/resource_type", "ip-pools/p/ip-subnets/t", "{'cidr': '10.0.1.0/24'}");
  }

  @Test
  void ipv6_pools_give_addresses_too() {
    patch("ip-pools/six", "{}");
    patch(
        "ip-pools/six/ip-subnets/s",
        "{'resource_type': 'IpAddressPoolStaticSubnet', 'cidr': '2001:db8::/64', "
            + RANGE.formatted("2001:db8::10", "2001:db8::ffff:ffff:ffff"));
    patch("ip-pools/six/ip-allocations/a", "{}");
    assertThat(read("ip-pools/six/ip-allocations/a").path("allocated_ip").asString())
        .isEqualTo("2001:db8::10");
    assertThat(read("ip-pools/six").at("/pool_usage/total_ips").asLong()).isPositive();
  }

  @Test
  void ten_thousand_addresses_in_one_body_are_all_different() {
    patch("ip-pools/big", "{}");
    patch(
        "ip-pools/big/ip-subnets/s",
        "{'resource_type': 'IpAddressPoolStaticSubnet', 'cidr': '10.64.0.0/16', "
            + RANGE.formatted("10.64.0.1", "10.64.255.254"));
    patch(
        "ip-pools/big",
        "{'resource_type': 'IpAddressPool', 'id': 'big', 'children': ["
            + IntStream.range(0, 10_000)
                .mapToObj(i ->
                    "{'resource_type': 'ChildIpAddressAllocation', 'IpAddressAllocation':"
                        + " {'resource_type': 'IpAddressAllocation', 'id': 'a%d'}}".formatted(i))
                .collect(Collectors.joining(","))
            + "]}");
    for (int i = 0; i < 100; i++) {
      patch("ip-pools/big/ip-allocations/one" + i, "{}");
    }
    assertThat(read("ip-pools/big").at("/pool_usage/allocated_ip_allocations").asInt())
        .isEqualTo(10_100);
    assertThat(read("ip-pools/big/ip-allocations/one99").path("allocated_ip").asString())
        .isEqualTo("10.64.39.116");
  }

  @Test
  void requests_at_the_same_time_never_get_the_same_address() throws InterruptedException {
    patch(SUBNET, STATIC.formatted("10.0.0.1", "10.0.0.200"));
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 100; i++) {
        String id = "a" + i;
        threads.submit(() -> {
          go.await();
          allocate(id, "{}");
          return id;
        });
      }
      go.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    Set<String> addresses = new HashSet<>();
    read("ip-pools/p/ip-allocations")
        .path("results")
        .forEach(one -> addresses.add(one.path("allocated_ip").asString("none")));
    assertThat(addresses).hasSize(100).doesNotContain("none");
  }
}
