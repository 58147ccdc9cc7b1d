package io.nsxsim.topology.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.engine.Tree;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import io.nsxsim.topology.Fabric;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When the fabric is read, and that nothing in a document can keep it from being read. */
class FabricSourceTest {

  private final List<JsonNode> documents = new ArrayList<>();
  private final AtomicLong treeVersion = new AtomicLong(1);
  private final AtomicLong inventoryVersion = new AtomicLong(1);
  private final FabricSource source =
      new FabricSource(
          new Tree() {
            @Override
            public List<JsonNode> documents(Set<String> kinds) {
              return List.copyOf(documents);
            }

            @Override
            public long version() {
              return treeVersion.get();
            }
          },
          new InventoryReader() {
            @Override
            public Inventory current() {
              return Inventory.EMPTY;
            }

            @Override
            public long version() {
              return inventoryVersion.get();
            }
          });

  @Test
  void the_fabric_is_kept_until_something_changes() {
    Fabric first = source.current();

    assertThat(source.current()).isSameAs(first);
    treeVersion.incrementAndGet();
    Fabric second = source.current();
    assertThat(second).isNotSameAs(first);
    inventoryVersion.incrementAndGet();
    assertThat(source.current()).isNotSameAs(second);
  }

  @Test
  void a_change_of_the_tree_is_seen() {
    assertThat(source.current().devices()).isEmpty();
    documents.add(json("{\"resource_type\":\"Tier1\",\"path\":\"/infra/tier-1s/a\",\"id\":\"a\"}"));
    treeVersion.incrementAndGet();

    assertThat(source.current().devices()).containsOnlyKeys("/infra/tier-1s/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"resource_type\":\"Tier0\"}",
        "{\"resource_type\":\"Tier1\",\"path\":7,\"tier0_path\":{}}",
        "{\"resource_type\":\"Segment\",\"path\":\"/infra/segments/s\",\"subnets\":\"x\"}",
        "{\"resource_type\":\"Segment\",\"path\":\"/infra/segments/s\",\"connectivity_path\":\"/infra/tier-1s/a\",\"subnets\":[{\"gateway_address\":\"fc00::1/64\"},{\"gateway_address\":null},7]}",
        "{\"resource_type\":\"StaticRoutes\",\"path\":\"/infra/tier-1s/a/static-routes/r\",\"network\":\"::/0\",\"next_hops\":[{\"ip_address\":\"fe80::1\"}]}",
        "{\"resource_type\":\"StaticRoutes\",\"path\":\"/infra/tier-1s/a/static-routes/r\",\"network\":\"0.0.0.0/0\",\"next_hops\":[{\"ip_address\":\"x\",\"admin_distance\":\"y\",\"scope\":\"z\"}]}",
        "{\"resource_type\":\"PolicyNatRule\",\"path\":\"/infra/tier-1s/a/nat/USER/nat-rules/r\",\"action\":\"NAT64\",\"source_network\":\"64:ff9b::/96\"}",
        "{\"resource_type\":\"PolicyNatRule\",\"path\":\"/infra/tier-1s/a/nat/USER/nat-rules/r\",\"action\":\"SNAT\",\"translated_network\":\",\",\"sequence_number\":99999999999}",
        "{\"resource_type\":\"Group\",\"path\":\"/infra/domains/default/groups/g\",\"expression\":[{\"resource_type\":\"Condition\",\"member_type\":\"Pod\"},{}]}",
        "{\"resource_type\":\"SecurityPolicy\",\"path\":\"/infra/domains/default/security-policies/p\",\"category\":\"Odd\",\"rules\":[{\"id\":\"\",\"action\":\"ODD\"}]}",
        "{\"resource_type\":\"SecurityPolicy\",\"path\":\"/infra/domains/default/security-policies/p\",\"category\":\"Application\",\"rules\":[{\"id\":\"a/b\",\"action\":\"DROP\",\"source_groups\":[\"x\",\"/\"],\"services\":[\"/infra/services/no\"]},{}]}",
        "{\"resource_type\":\"GatewayPolicy\",\"path\":\"/infra/domains/default/gateway-policies/p\",\"rules\":[{\"id\":\"r\",\"action\":\"DROP\",\"scope\":[\"\",\"x\",\"/infra/tier-1s/a/locale-services/b\"]}]}",
        "{\"resource_type\":\"Service\",\"path\":\"/infra/services/s\",\"service_entries\":[{\"resource_type\":\"NestedServiceServiceEntry\",\"nested_service_path\":\"/infra/services/s\"}]}",
        "{\"resource_type\":\"LBVirtualServer\",\"path\":\"/infra/lb-virtual-servers/v\",\"ip_address\":\"x\",\"ports\":[\"x\"],\"lb_service_path\":\"/infra/lb-services/l\"}",
        "{\"resource_type\":\"BgpRoutingConfig\",\"path\":\"/infra/tier-0s/t/locale-services/l/bgp\",\"route_aggregations\":[{\"prefix\":\"x\"}]}"
      })
  void whatever_a_document_says_the_fabric_can_be_read(String document) {
    documents.add(json("{\"resource_type\":\"Tier0\",\"path\":\"/infra/tier-0s/t\",\"id\":\"t\"}"));
    documents.add(
        json(
            "{\"resource_type\":\"Tier1\",\"path\":\"/infra/tier-1s/a\",\"id\":\"a\","
                + "\"tier0_path\":\"/infra/tier-0s/t\"}"));
    documents.add(
        json(
            "{\"resource_type\":\"LocaleServices\",\"id\":\"l\","
                + "\"path\":\"/infra/tier-0s/t/locale-services/l\"}"));
    documents.add(json(document));
    treeVersion.incrementAndGet();

    assertThat(source.current().devices()).containsKey("/infra/tier-1s/a");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
