package io.nsxsim.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nsxsim.catalogue.Catalogue;
import io.nsxsim.catalogue.Kind;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.store.ResourceRepository;
import io.nsxsim.store.StoredResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of the policy tree as search shows them. */
@Component
final class TreeDocuments {

  private static final int CHUNK = 1000;

  /** A place below a locale service where VPN services are. */
  private static final Pattern VPN =
      Pattern.compile("(.*)/locale-services/[^/]+(/(?:ipsec-vpn|l2vpn)-services/.*)");

  /** A service is found by its entries, and shows them; a policy is not by its rules. */
  private static final String ENTRIES = "/service-entries";

  private final ResourceRepository resources;
  private final Catalogue catalogue;

  TreeDocuments(ResourceRepository resources, Catalogue catalogue) {
    this.resources = resources;
    this.catalogue = catalogue;
  }

  /** Hands over every object. */
  void all(Consumer<Shown> taker) {
    String last = "";
    List<StoredResource> rows;
    do {
      rows = resources.findAfter(last, CHUNK);
      for (StoredResource row : rows) {
        if (isOffered(row)) {
          taker.accept(shown(row));
        }
        last = row.path();
      }
    } while (rows.size() == CHUNK);
  }

  /** Hands over those that there are. */
  void of(Set<String> paths, Consumer<Shown> taker) {
    List<String> all = new ArrayList<>(withServices(paths));
    for (int start = 0; start < all.size(); start += CHUNK) {
      List<String> chunk = all.subList(start, Math.min(all.size(), start + CHUNK));
      resources.findByPaths(chunk).stream()
          .filter(this::isOffered)
          .forEach(row -> taker.accept(shown(row)));
    }
  }

  /** The system stores objects that only later releases know. */
  private boolean isOffered(StoredResource row) {
    return catalogue.offers(new PolicyPath(row.path()));
  }

  /** What is changed with an entry is also the service that shows it. */
  private static Set<String> withServices(Set<String> paths) {
    Set<String> all = new LinkedHashSet<>(paths);
    for (String path : paths) {
      int end = path.lastIndexOf(ENTRIES + "/");
      if (end > 0) {
        all.add(path.substring(0, end));
      }
    }
    return all;
  }

  private Shown shown(StoredResource row) {
    ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(row.document());
    boolean asStored = true;
    if (!document.has("resource_type")) {
      document.put(
          "resource_type",
          catalogue.kindOf(new PolicyPath(row.path())).map(Kind::resourceType).orElse(row.kind()));
      asStored = false;
    }
    Matcher vpn = VPN.matcher(row.path());
    if (document.has("parent_path") && vpn.matches()) {
      document.put("parent_path", parent(row, vpn.end(1), vpn.start(2)));
      asStored = false;
    }
    if (row.kind().equals("Service")) {
      ArrayNode entries = document.putArray("service_entries");
      resources
          .documentsAsMade(row.path() + ENTRIES)
          .forEach(entry -> entries.add(JsonMapper.shared().readTree(entry)));
      asStored = false;
    }
    return asStored
        ? new Shown(row.path(), document, row.document().getBytes(UTF_8))
        : Shown.of(row.path(), document);
  }

  /**
   * The parent as search shows it: VPN services, and what is below them, lie below the gateway even
   * where they are at a locale service. Source: the Terraform provider, which asks like that.
   */
  private static String parent(StoredResource row, int cut, int resume) {
    String parent = row.parentPath();
    return parent.substring(0, cut) + parent.substring(Math.min(resume, parent.length()));
  }
}
