package io.nsxsim.catalogue.dhcp;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Index;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which static bindings of a segment there are for a MAC address and for an IP address. */
final class Bindings implements Index {

  private final Map<Object, Set<PolicyPath>> byAddress = new HashMap<>();
  private final Map<PolicyPath, List<Object>> addresses = new HashMap<>();

  /** The bindings of the collection that a binding lies in. */
  static Bindings of(PolicyPath collection, Surroundings around) {
    return around.index(
        collection,
        Bindings.class,
        () -> {
          Bindings bindings = new Bindings();
          around.in(collection).forEach(one -> bindings.put(Fields.ownPath(one), one));
          return bindings;
        });
  }

  @Override
  public void put(PolicyPath path, JsonNode document) {
    remove(path);
    List<Object> keys = new ArrayList<>(ips(document));
    Fields.text(document, "mac_address")
        .ifPresent(mac -> keys.add(mac(mac, document.path("resource_type").asString(""))));
    addresses.put(path, keys);
    keys.forEach(key -> byAddress.computeIfAbsent(key, k -> new HashSet<>()).add(path));
  }

  @Override
  public void remove(PolicyPath path) {
    List<Object> keys = addresses.remove(path);
    if (keys != null) {
      keys.forEach(key ->
          byAddress.computeIfPresent(
              key,
              (k, paths) -> {
                paths.remove(path);
                return paths.isEmpty() ? null : paths;
              }));
    }
  }

  /** A host may have one binding of each family, so that a MAC address may stand in two. */
  private static String mac(String text, String family) {
    return family + " " + text.toLowerCase(Locale.ROOT).replace('-', ':');
  }

  /** The IP addresses of a binding. */
  static List<AddressRun> ips(JsonNode binding) {
    List<AddressRun> ips = new ArrayList<>();
    Fields.text(binding, "ip_address").flatMap(AddressRun::address).ifPresent(ips::add);
    Fields.texts(binding, "ip_addresses")
        .forEach(text -> AddressRun.address(text).ifPresent(ips::add));
    return ips;
  }

  /** Tells whether another binding is for the MAC address of this one. */
  boolean sharesMac(JsonNode binding) {
    return Fields.text(binding, "mac_address")
        .map(mac -> mac(mac, binding.path("resource_type").asString("")))
        .filter(mac -> isElsewhere(mac, Fields.ownPath(binding)))
        .isPresent();
  }

  /** Tells whether another binding than the one at a path is for an address. */
  boolean isElsewhere(Object address, PolicyPath path) {
    Set<PolicyPath> paths = byAddress.getOrDefault(address, Set.of());
    return paths.size() > (paths.contains(path) ? 1 : 0);
  }
}
