package io.nsxsim.realization;

import io.nsxsim.path.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A read-only view of the condition of an object.
 *
 * @param template its path with every id written {@code {}}
 * @param owner the template of the nearest object above, which must exist
 * @param about the path of the object meant, with the numbers of ids such as <code>{1}</code>;
 *     empty when it is the owner
 * @param answer the name of the form of its answer
 */
record View(String template, String owner, String about, String answer) {

  /** The ids in a path, if it is one of this view. */
  Optional<List<String>> ids(List<String> path) {
    String[] segments = template.substring(1).split("/");
    if (segments.length != path.size()) {
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < segments.length; i++) {
      if (segments[i].equals("{}")) {
        ids.add(path.get(i));
      } else if (!segments[i].equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(ids);
  }

  /** The path of the owner. */
  PolicyPath ownerPath(PolicyPath path) {
    int length = owner.substring(1).split("/").length;
    return PolicyPath.of(path.segments().subList(0, length));
  }

  /** The path of the object that the view is about. */
  PolicyPath subject(PolicyPath path, List<String> ids) {
    if (about.isEmpty()) {
      return ownerPath(path);
    }
    String subject = about;
    for (int i = 0; i < ids.size(); i++) {
      subject = subject.replace("{" + i + "}", ids.get(i));
    }
    return new PolicyPath(subject);
  }
}
