package io.nsxsim.lab;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A policy object, or an object inside one. What is absent reads as empty. */
record Item(JsonNode node) {

  /** An object without any field. */
  static final Item NONE = new Item(JsonNodeFactory.instance.objectNode());

  /** Where it is stored; empty for an object inside another. */
  String path() {
    return text("path").orElse("");
  }

  String id() {
    return text("id").orElse("");
  }

  String type() {
    return text("resource_type").orElse("");
  }

  Optional<String> text(String field) {
    return Optional.of(node.path(field).asString("").strip()).filter(text -> !text.isEmpty());
  }

  boolean is(String field, String value) {
    return node.path(field).asString("").equals(value);
  }

  boolean flag(String field, boolean absent) {
    return node.path(field).asBoolean(absent);
  }

  int number(String field, int absent) {
    return node.path(field).asInt(absent);
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  List<String> texts(String field) {
    return node.path(field).valueStream().map(value -> value.asString("").strip()).toList();
  }

  List<Item> items(String field) {
    return node.path(field).valueStream().map(Item::new).toList();
  }

  /** An object inside; an empty one where there is none. */
  Item inside(String field) {
    return new Item(node.path(field));
  }

  Optional<Cidr> network(String field) {
    return text(field).flatMap(Cidr::parse);
  }

  Optional<IpAddress> address(String field) {
    return text(field).flatMap(IpAddress::parse);
  }

  /** Addresses, networks and ranges with commas between them; empty where one is none of these. */
  Optional<AddressSet> addresses(String field) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String part : text(field).orElse("").split(",")) {
      Optional<AddressRange> range = AddressRange.parse(part.strip());
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(AddressSet.of(ranges));
  }

  /** Tells whether it takes part: neither switched off by an administrator nor disconnected. */
  boolean isUp() {
    return !is("admin_state", "DOWN");
  }

  /** Tells whether a gateway or segment is connected. */
  boolean isConnected() {
    return !inside("advanced_config").is("connectivity", "OFF");
  }
}
