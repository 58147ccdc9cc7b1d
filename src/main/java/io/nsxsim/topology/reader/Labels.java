package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Labels, which stand for the interfaces that they list. */
final class Labels {

  private Labels() {}

  /** The paths of a scope, what is no path apart, each label replaced by what it lists. */
  static Set<PolicyPath> resolve(List<String> scope, Documents documents) {
    Set<PolicyPath> paths = new LinkedHashSet<>();
    for (String text : scope) {
      if (!PolicyPath.isPolicyPath(text)) {
        continue;
      }
      PolicyPath path = new PolicyPath(text);
      Optional<Document> label =
          documents.find(path).filter(document -> document.type().equals("PolicyLabel"));
      if (label.isEmpty()) {
        paths.add(path);
      } else {
        label.get().texts("refs").stream()
            .filter(PolicyPath::isPolicyPath)
            .map(PolicyPath::new)
            .forEach(paths::add);
      }
    }
    return paths;
  }
}
