package io.nsxsim.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Flattens a hierarchical body into documents, as far as the tests of the simulation need it. */
public final class HierarchicalBody {

  private static final Map<String, String> COLLECTIONS =
      Map.ofEntries(
          Map.entry("Tier0", "tier-0s"),
          Map.entry("Tier1", "tier-1s"),
          Map.entry("LocaleServices", "locale-services"),
          Map.entry("Tier0Interface", "interfaces"),
          Map.entry("BgpRoutingConfig", ""),
          Map.entry("BgpNeighborConfig", "neighbors"),
          Map.entry("PolicyNat", "nat"),
          Map.entry("PolicyNatRule", "nat-rules"),
          Map.entry("Segment", "segments"),
          Map.entry("SegmentPort", "ports"),
          Map.entry("LBService", "lb-services"),
          Map.entry("LBPool", "lb-pools"),
          Map.entry("LBVirtualServer", "lb-virtual-servers"),
          Map.entry("Domain", "domains"),
          Map.entry("GatewayPolicy", "gateway-policies"),
          Map.entry("Rule", "rules"));

  private HierarchicalBody() {}

  /** A file of the default scenario. */
  public static String file(String name) {
    try (InputStream stream =
        HierarchicalBody.class.getResourceAsStream("/scenarios/vsphere-with-tanzu/" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("No file " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<JsonNode> flatten(String body) {
    List<JsonNode> documents = new ArrayList<>();
    addChildren(JsonMapper.shared().readTree(body), "/infra", documents);
    return documents;
  }

  private static void addChildren(JsonNode parent, String path, List<JsonNode> documents) {
    for (JsonNode child : parent.path("children")) {
      String type = child.path("resource_type").asString();
      boolean isReference = type.equals("ChildResourceReference");
      String kind =
          isReference ? child.path("target_type").asString() : type.substring("Child".length());
      JsonNode body = isReference ? child : child.path(kind);
      String collection = COLLECTIONS.get(kind);
      if (collection == null) {
        throw new IllegalArgumentException("No collection is known for " + kind);
      }
      String id = body.path("id").asString();
      String own = collection.isEmpty() ? path + "/" + id : path + "/" + collection + "/" + id;
      if (!isReference) {
        ObjectNode document = ((ObjectNode) body).deepCopy();
        document.remove("children");
        document.put("path", own).put("parent_path", path).put("resource_type", kind);
        documents.add(document);
      }
      addChildren(body, own, documents);
    }
  }
}
