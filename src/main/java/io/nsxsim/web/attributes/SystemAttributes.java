package io.nsxsim.web.attributes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes that come with a manager: a part of those that NSX has, read when first asked for.
 *
 * <p>Source of the names: NSX's published lists of App IDs, of URL categories (those of Webroot)
 * and of FQDNs.
 */
@Component
class SystemAttributes {

  private static final String FILE = "/attributes/system.json";
  private static final String APPLICATION = "APP_ID";

  private final Supplier<JsonNode> known = SingletonSupplier.of(SystemAttributes::read);

  /** The attributes of a key, or of all keys if none is given, one value each. */
  Stream<ObjectNode> of(Optional<String> key) {
    return known
        .get()
        .path("values")
        .propertyStream()
        .filter(entry -> key.isEmpty() || key.get().equals(entry.getKey()))
        .flatMap(entry ->
            entry
                .getValue()
                .valueStream()
                .map(value -> attribute(entry.getKey(), value.asString(""))));
  }

  private ObjectNode attribute(String key, String value) {
    ObjectNode attribute = JsonMapper.shared().createObjectNode();
    attribute.put("key", key).put("datatype", "STRING").put("attribute_source", "SYSTEM");
    attribute.putArray("value").add(value);
    if (key.equals(APPLICATION)) {
      attribute.put("isALGType", algorithms().contains(value));
      JsonNode parts = known.get().path("sub_attributes").path(value);
      if (!parts.isMissingNode()) {
        attribute.set("sub_attributes", parts);
      }
    }
    return attribute;
  }

  private Set<String> algorithms() {
    return known
        .get()
        .path("algorithms")
        .valueStream()
        .map(each -> each.asString(""))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static JsonNode read() {
    try (InputStream file = SystemAttributes.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("There is no " + FILE);
      }
      return JsonMapper.shared().readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
