package io.nsxsim.topology.reader;

import io.nsxsim.path.PolicyPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the groups that may have more members than can be worked out: by users, by frames'
 * addresses, by what is not in the inventory. Those that are worked out are members in any case, as
 * expressions are only joined and intersected.
 */
final class OpenGroups {

  private static final Set<String> KNOWN_TYPES =
      Set.of(
          "VirtualMachine",
          "Segment",
          "SegmentPort",
          "LogicalPort",
          "LogicalSwitch",
          "VpcSubnet",
          "VpcSubnetPort",
          "Group");
  private static final Set<String> KNOWN_KEYS = Set.of("Tag", "Name", "ComputerName", "ALL");

  private final Documents documents;
  private final Map<PolicyPath, Boolean> known = new HashMap<>();
  private final Set<PolicyPath> entered = new HashSet<>();

  OpenGroups(Documents documents) {
    this.documents = documents;
  }

  /** Tells whether one of the paths is such a group. */
  boolean isAny(List<String> paths) {
    for (String path : paths) {
      if (PolicyPath.isPolicyPath(path) && isOpen(new PolicyPath(path))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(PolicyPath path) {
    Boolean before = known.get(path);
    if (before != null) {
      return before;
    }
    Optional<Document> group =
        documents.find(path).filter(document -> document.type().equals("Group"));
    if (group.isEmpty() || !entered.add(path)) {
      return false;
    }
    boolean open =
        !group.get().objects("extended_expression").isEmpty()
            || isOpen(group.get().objects("expression"));
    entered.remove(path);
    known.put(path, open);
    return open;
  }

  private boolean isOpen(List<Document> expressions) {
    for (Document expression : expressions) {
      boolean open =
          switch (expression.type()) {
            case "ConjunctionOperator", "IPAddressExpression", "ExternalIDExpression" -> false;
            case "PathExpression" -> isAny(expression.texts("paths"));
            case "NestedExpression" -> isOpen(expression.objects("expressions"));
            case "Condition" -> !isKnown(expression);
            default -> true;
          };
      if (open) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnown(Document condition) {
    return KNOWN_TYPES.contains(condition.text("member_type").orElse(""))
        && KNOWN_KEYS.contains(condition.text("key").orElse(""));
  }
}
