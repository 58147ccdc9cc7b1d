package io.nsxsim.topology.reader;

import io.nsxsim.net.Cidr;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;

/** Decides by prefix lists and route maps whether a network may pass; the first fit decides. */
final class PrefixFilters {

  private static final String DEFAULT_OUT = "/prefix-lists/prefixlist-out-default";

  private final Documents documents;
  private final Notes notes;

  PrefixFilters(Documents documents, Notes notes) {
    this.documents = documents;
    this.notes = notes;
  }

  /** Tells whether one of the filters lets the network pass; without filters everything passes. */
  boolean pass(List<String> filters, Cidr network, String subject) {
    return filters.isEmpty()
        || filters.stream()
            .filter(PolicyPath::isPolicyPath)
            .anyMatch(filter -> passes(new PolicyPath(filter), network, subject));
  }

  boolean passes(PolicyPath filter, Cidr network, String subject) {
    Optional<Document> document = documents.find(filter);
    if (document.isEmpty()) {
      if (!filter.value().endsWith(DEFAULT_OUT)) {
        notes.add(subject, "The filter " + filter + " is not known; it lets everything pass");
      }
      return !filter.value().endsWith(DEFAULT_OUT) || !network.isAll();
    }
    return document.get().type().equals("PrefixList")
        ? prefixList(document.get(), network)
        : routeMap(document.get(), network, subject);
  }

  private static boolean prefixList(Document list, Cidr network) {
    for (Document entry : list.objects("prefixes")) {
      if (matches(entry, network)) {
        return entry.text("action").orElse("PERMIT").equals("PERMIT");
      }
    }
    return false;
  }

  private static boolean matches(Document entry, Cidr network) {
    String text = entry.text("network").orElse("ANY");
    if (text.equalsIgnoreCase("ANY")) {
      return true;
    }
    Optional<Cidr> prefix = Cidr.parse(text).map(Cidr::network);
    if (prefix.isEmpty() || !prefix.get().contains(network)) {
      return false;
    }
    if (!entry.has("ge") && !entry.has("le")) {
      return prefix.get().length() == network.length();
    }
    return network.length() >= entry.number("ge", prefix.get().length())
        && network.length() <= entry.number("le", network.address().width());
  }

  private boolean routeMap(Document map, Cidr network, String subject) {
    for (Document entry : map.objects("entries")) {
      if (entry.has("community_list_matches")) {
        continue; // a network that BGP has not told yet has none
      }
      List<String> lists = entry.texts("prefix_list_matches");
      boolean fits =
          lists.isEmpty()
              || lists.stream()
                  .filter(PolicyPath::isPolicyPath)
                  .anyMatch(list -> passes(new PolicyPath(list), network, subject));
      if (fits) {
        return entry.text("action").orElse("PERMIT").equals("PERMIT");
      }
    }
    return false;
  }
}
