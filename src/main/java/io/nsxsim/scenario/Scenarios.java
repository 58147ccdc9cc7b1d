package io.nsxsim.scenario;

import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.inventory.service.InventoryService;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings the server to a known state. */
@Service
public class Scenarios {

  private static final String NONE = "none";
  private static final String FRESH_MANAGER = "fresh-manager";

  private final ScenarioFiles files;
  private final ScenarioSettings settings;
  private final FreshManagerSettings size;
  private final PolicyEngine engine;
  private final InventoryService inventory;

  Scenarios(
      ScenarioFiles files,
      ScenarioSettings settings,
      FreshManagerSettings size,
      PolicyEngine engine,
      InventoryService inventory) {
    this.files = files;
    this.settings = settings;
    this.size = size;
    this.engine = engine;
    this.inventory = inventory;
  }

  /** Loads the configured scenario if nothing is stored. */
  void loadIntoEmptyStore() {
    if (engine.isEmpty()) {
      makeFreshManager();
      if (!isFreshManager(settings.scenario())) {
        load(files.find(settings.scenario()), Author.client("admin"));
      }
    }
  }

  /**
   * Forgets everything and loads a built-in scenario, or nothing but a fresh manager's contents for
   * {@code none}; refuses a name that is unknown before anything is forgotten.
   */
  public void reset(String name) {
    if (isFreshManager(name)) {
      restart();
    } else {
      Scenario scenario = name.equals(settings.scenario()) ? files.find(name) : files.builtIn(name);
      restart();
      load(scenario, Author.client("admin"));
    }
  }

  /** Every scenario starts from a fresh manager, so that its name means nothing beyond it. */
  private static boolean isFreshManager(String name) {
    return name.equals(NONE) || name.equals(FRESH_MANAGER);
  }

  private void restart() {
    engine.clear();
    inventory.clear();
    makeFreshManager();
  }

  private void makeFreshManager() {
    Scenario fresh = files.builtIn(FRESH_MANAGER);
    List<ObjectNode> more = new ArrayList<>(fresh.bodies());
    for (int i = FreshManagerSettings.FEWEST_EDGES + 1; i <= size.edgeNodes(); i++) {
      more.addFirst(files.more("edge-node", i));
      members(fresh).add(files.more("edge-cluster-member", i));
    }
    for (int i = 1; i <= size.hostNodes(); i++) {
      more.add(files.more("host-node", i));
    }
    for (int i = 1; i <= size.projects(); i++) {
      more.add(files.more("project", i));
    }
    Map<PolicyPath, ObjectNode> objects = new LinkedHashMap<>(fresh.objects());
    objects.putAll(files.discovered(size.hostNodes()));
    load(new Scenario(more, objects, fresh.inventory()), Author.SYSTEM);
  }

  /** The members of the edge cluster. */
  private static ArrayNode members(Scenario fresh) {
    return fresh.bodies().stream()
        .map(body -> body.findValue("policy_edge_nodes"))
        .filter(ArrayNode.class::isInstance)
        .map(ArrayNode.class::cast)
        .findFirst()
        .orElseThrow();
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
