package io.nsxsim.inventory.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.nsxsim.NsxSimulator;
import io.nsxsim.inventory.Inventory;
import io.nsxsim.inventory.InventoryReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A server that is stopped and started on the same database file. */
class RestartTest {

  @TempDir private Path folder;

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(NsxSimulator.class)
        .web(WebApplicationType.NONE)
        .run("--nsxsim.data=" + folder);
  }

  @Test
  void a_restart_keeps_the_inventory_and_its_version() {
    String document = "{\"virtual_machines\": [{\"id\": \"a\", \"interfaces\": [{}]}]}";
    Inventory before;
    long version;
    try (ConfigurableApplicationContext server = start()) {
      server.getBean(InventoryService.class).merge(JsonMapper.shared().readTree(document));
      before = server.getBean(InventoryReader.class).current();
      version = server.getBean(InventoryReader.class).version();
    }

    try (ConfigurableApplicationContext server = start()) {
      assertThat(server.getBean(InventoryReader.class).current()).isEqualTo(before);
      assertThat(server.getBean(InventoryReader.class).version()).isEqualTo(version);
    }
  }
}
