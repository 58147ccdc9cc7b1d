package io.nsxsim.inventory.discovered;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.inventory.VirtualMachine.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What to do with the tags of a machine. */
public enum TagAction {
  ADD_TAGS {
    @Override
    List<Tag> apply(List<Tag> present, List<Tag> given) {
      Set<Tag> all = new LinkedHashSet<>(present);
      all.addAll(given);
      return List.copyOf(all);
    }
  },
  REMOVE_TAGS {
    @Override
    List<Tag> apply(List<Tag> present, List<Tag> given) {
      return present.stream().filter(tag -> !given.contains(tag)).toList();
    }
  },
  UPDATE_TAGS {
    @Override
    List<Tag> apply(List<Tag> present, List<Tag> given) {
      return List.copyOf(new LinkedHashSet<>(given));
    }
  };

  /** Reads the query parameter {@code action}; refuses an unknown one. */
  public static TagAction of(String parameter) {
    for (TagAction action : values()) {
      if (action.name().toLowerCase(Locale.ROOT).equals(parameter)) {
        return action;
      }
    }
    String message = "Expected add_tags, remove_tags or update_tags, found " + parameter;
    throw new Refusal(List.of(new Problem(Reason.INVALID_PARAMETER, "action", message)));
  }

  abstract List<Tag> apply(List<Tag> present, List<Tag> given);
}
