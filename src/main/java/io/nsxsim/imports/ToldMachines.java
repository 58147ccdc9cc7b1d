package io.nsxsim.imports;

import io.nsxsim.engine.Remark;
import io.nsxsim.engine.Remark.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an inventory of the machines and cards that a manager has discovered. A machine and a port
 * meet as in NSX: {@code owner_vm_id} of a card is the machine's {@code external_id}, its {@code
 * lport_attachment_id} is the port's {@code attachment.id}.
 */
final class ToldMachines {

  /** Which machines are no workloads: NSX's own. */
  private static final Set<String> SYSTEM = Set.of("EDGE", "MP", "INTELLIGENCE", "VC_SYSTEM");

  private static final String EXTERNAL_ID = "externalId:";
  private static final String PATH =
      "/infra/realized-state/enforcement-points/default/virtual-machines";
  private static final Set<String> POWER_STATES =
      Set.of("VM_RUNNING", "VM_STOPPED", "VM_SUSPENDED");
  private static final Set<String> READ =
      Set.of(
          "external_id",
          "id",
          "display_name",
          "power_state",
          "tags",
          "type",
          "compute_ids",
          "resource_type",
          "path",
          "relative_path",
          "parent_path",
          "unique_id",
          "realization_id",
          "marked_for_delete",
          "overridden",
          "_protection",
          "_last_sync_time",
          "_create_time",
          "_create_user",
          "_last_modified_time",
          "_last_modified_user",
          "_system_owned",
          "_revision");

  private final ArrayNode machines = JsonMapper.shared().createArrayNode();
  private final Map<String, ArrayNode> cardsOf = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> unread = new TreeSet<>();
  private final ToldCards cards;

  ToldMachines(Ports ports) {
    this.cards = new ToldCards(ports, remarks);
  }

  /** Reads the results of both lists; whatever cannot be read is remarked on. */
  void read(List<JsonNode> told, List<JsonNode> toldCards) {
    told.forEach(this::readMachine);
    for (JsonNode card : toldCards) {
      readCard(card);
    }
    if (!unread.isEmpty()) {
      remarks.add(
          new Remark(
              PATH,
              String.join(", ", unread),
              Effect.FIELD_LEFT_OUT,
              "A machine's fields of these names are not kept."));
    }
  }

  private void readMachine(JsonNode told) {
    String id = id(told);
    String type = told.path("type").asString("REGULAR");
    if (!id.matches("[0-9A-Za-z_.-]{1,255}")) {
      leaveOut(id, "It has no external_id, or one that is none.");
    } else if (SYSTEM.contains(type)) {
      leaveOut(id, "It is no workload but of type " + type + ".");
    } else if (cardsOf.containsKey(id)) {
      leaveOut(id, "It was told twice.");
    } else {
      ObjectNode machine = machines.addObject();
      machine.put("id", id).put("display_name", name(told, id));
      String power = told.path("power_state").asString("");
      machine.put("power_state", POWER_STATES.contains(power) ? power : "UNKNOWN");
      machine.set("tags", tags(told.path("tags")));
      cardsOf.put(id, machine.putArray("interfaces"));
      told.propertyNames().stream().filter(field -> !READ.contains(field)).forEach(unread::add);
    }
  }

  /** One list has it in a field of its own, the other among the ids of the hypervisor. */
  private static String id(JsonNode told) {
    String external = told.path("external_id").asString("");
    if (!external.isEmpty()) {
      return external;
    }
    return told.path("compute_ids")
        .valueStream()
        .map(id -> id.asString(""))
        .filter(id -> id.startsWith(EXTERNAL_ID))
        .map(id -> id.substring(EXTERNAL_ID.length()))
        .findFirst()
        .orElseGet(() -> told.path("id").asString(""));
  }

  private static String name(JsonNode told, String otherwise) {
    String name = told.path("display_name").asString("").strip();
    return name.isEmpty() ? otherwise : name;
  }

  private static ArrayNode tags(JsonNode told) {
    ArrayNode tags = JsonMapper.shared().createArrayNode();
    for (JsonNode tag : told) {
      tags.addObject()
          .put("scope", tag.path("scope").asString(""))
          .put("tag", tag.path("tag").asString(""));
    }
    return tags;
  }

  private void readCard(JsonNode card) {
    String owner = card.path("owner_vm_id").asString("");
    Optional<ArrayNode> there = Optional.ofNullable(cardsOf.get(owner));
    if (there.isPresent()) {
      cards.read(card, PATH + "/" + owner, there.get());
    } else if (!SYSTEM.contains(card.path("owner_vm_type").asString(""))) {
      leaveOut(owner, "A card of it was told, but not the machine, or it is no workload.");
    }
  }

  private void leaveOut(String id, String reason) {
    remarks.add(new Remark(PATH + "/" + id, "", Effect.OBJECT_LEFT_OUT, reason));
  }

  /** The inventory document of what was read. */
  ObjectNode document() {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.set("virtual_machines", machines);
    return document;
  }

  int count() {
    return machines.size();
  }

  int cards() {
    return cardsOf.values().stream().mapToInt(ArrayNode::size).sum();
  }

  List<Remark> remarks() {
    return remarks;
  }
}
