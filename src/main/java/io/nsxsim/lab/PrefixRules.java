package io.nsxsim.lab;

import io.nsxsim.net.Cidr;
import java.util.List;
import java.util.Optional;

/** Prefix lists and the prefix lists in route maps; what no entry means is not let through. */
final class PrefixRules {

  private PrefixRules() {}

  /** Tells whether a prefix list or route map lets a network through. */
  static boolean passes(Items items, Item filter, Cidr network) {
    return filter.has("entries")
        ? passesMap(items, filter, network)
        : listed(filter, network).map(action -> action.equals("PERMIT")).orElse(false);
  }

  private static boolean passesMap(Items items, Item map, Cidr network) {
    for (Item entry : map.items("entries")) {
      List<String> lists = entry.texts("prefix_list_matches");
      boolean means =
          lists.isEmpty()
              || lists.stream()
                  .flatMap(path -> items.at(path).stream())
                  .anyMatch(list ->
                      listed(list, network).map(action -> action.equals("PERMIT")).orElse(false));
      if (means) {
        return !entry.is("action", "DENY");
      }
    }
    return false;
  }

  private static Optional<String> listed(Item list, Cidr network) {
    return list.items("prefixes").stream()
        .filter(entry -> means(entry, network))
        .map(entry -> entry.text("action").orElse("PERMIT"))
        .findFirst();
  }

  private static boolean means(Item entry, Cidr network) {
    Optional<Cidr> told = entry.network("network");
    if (told.isEmpty()) {
      return true;
    }
    boolean open = entry.has("ge") || entry.has("le");
    int least = entry.number("ge", told.get().length());
    int most = entry.number("le", open ? network.address().width() : told.get().length());
    return told.get().contains(network) && network.length() >= least && network.length() <= most;
  }
}
