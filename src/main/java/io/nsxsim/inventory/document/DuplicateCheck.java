package io.nsxsim.inventory.document;

import io.nsxsim.inventory.Inventory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses the second entry of a list that has an id once more. */
final class DuplicateCheck {

  private final Problems problems;

  DuplicateCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Inventory given) {
    PartList.ALL.forEach(list -> check(list, given));
  }

  private <T> void check(PartList<T> list, Inventory given) {
    Set<String> seen = new HashSet<>();
    List<T> parts = list.in(given);
    for (int i = 0; i < parts.size(); i++) {
      String id = list.id(parts.get(i));
      if (!seen.add(id)) {
        String field = list == PartList.ROUTER_LINKS ? "" : "/id";
        problems.invalid("/" + list.field() + "/" + i + field, "Given twice: " + id);
      }
    }
  }
}
