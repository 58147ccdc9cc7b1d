package io.nsxsim.scenario;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.inventory.service.InventoryService;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Brings the server to a known state. */
@Service
public class Scenarios {

  private static final String NONE = "none";
  private static final String FRESH_MANAGER = "fresh-manager";

  private final ScenarioFiles files;
  private final ScenarioSettings settings;
  private final PolicyEngine engine;
  private final InventoryService inventory;

  Scenarios(
      ScenarioFiles files,
      ScenarioSettings settings,
      PolicyEngine engine,
      InventoryService inventory) {
    this.files = files;
    this.settings = settings;
    this.engine = engine;
    this.inventory = inventory;
  }

  /** Loads the configured scenario if nothing is stored. */
  void loadIntoEmptyStore() {
    if (engine.isEmpty()) {
      load(files.builtIn(FRESH_MANAGER), Author.SYSTEM);
      if (!settings.scenario().equals(NONE)) {
        load(files.find(settings.scenario()), Author.client("admin"));
      }
    }
  }

  /**
   * Forgets everything and loads a built-in scenario, or nothing but a fresh manager's contents for
   * {@code none}; refuses a name that is unknown before anything is forgotten.
   */
  public void reset(String name) {
    if (name.equals(NONE)) {
      restart();
    } else {
      Scenario scenario = name.equals(settings.scenario()) ? files.find(name) : files.builtIn(name);
      restart();
      load(scenario, Author.client("admin"));
    }
  }

  private void restart() {
    engine.clear();
    inventory.clear();
    load(files.builtIn(FRESH_MANAGER), Author.SYSTEM);
  }

  private void load(Scenario scenario, Author author) {
    for (ObjectNode body : scenario.bodies()) {
      boolean organizations = body.path("resource_type").asString("").equals("OrgRoot");
      engine.install(new PolicyPath(organizations ? "/org-root" : "/infra"), body, author);
    }
    if (!scenario.objects().isEmpty()) {
      List<PolicyEngine.Put> puts = new ArrayList<>();
      scenario.objects().forEach((path, body) -> puts.add(new PolicyEngine.Put(path, body, false)));
      engine.putTogether(puts, author);
    }
    scenario.inventory().forEach(inventory::merge);
  }
}
