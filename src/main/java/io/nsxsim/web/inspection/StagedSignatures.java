package io.nsxsim.web.inspection;

import io.nsxsim.engine.TreeListener;
import io.nsxsim.path.PolicyPath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What shall become of the signatures of each version when they are published. */
@Component
class StagedSignatures implements TreeListener {

  private final Map<PolicyPath, Changes> versions = new LinkedHashMap<>();

  private static final class Changes {
    private final Map<String, ObjectNode> written = new LinkedHashMap<>();
    private final Set<String> deleted = new LinkedHashSet<>();
  }

  private Changes of(PolicyPath version) {
    return versions.computeIfAbsent(version, v -> new Changes());
  }

  /** Signatures that are new or changed, in the order in which they came. */
  synchronized List<ObjectNode> written(PolicyPath version) {
    return of(version).written.values().stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized Optional<ObjectNode> written(PolicyPath version, String id) {
    return Optional.ofNullable(of(version).written.get(id)).map(ObjectNode::deepCopy);
  }

  /** Ids of published signatures that shall go. */
  synchronized Set<String> deleted(PolicyPath version) {
    return Set.copyOf(of(version).deleted);
  }

  synchronized void write(PolicyPath version, ObjectNode signature) {
    String id = signature.path("id").asString();
    of(version).deleted.remove(id);
    of(version).written.put(id, signature);
  }

  /** Forgets what is new of a signature, and lets a published one go. */
  synchronized void delete(PolicyPath version, String id, boolean published) {
    of(version).written.remove(id);
    if (published) {
      of(version).deleted.add(id);
    }
  }

  synchronized void forget(PolicyPath version) {
    versions.remove(version);
  }

  @Override
  public void changed(Collection<PolicyPath> written, Collection<PolicyPath> removed) {
    // Versions come and go only with the whole tree.
  }

  @Override
  public synchronized void cleared() {
    versions.clear();
  }
}
