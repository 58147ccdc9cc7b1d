package io.nsxsim.catalogue;

import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The tree around an object that is being written, as it will be when the request is done. */
public interface Surroundings {

  /** The object as it was before this request; empty when it is new. */
  Optional<JsonNode> previous(PolicyPath path);

  /** Another object. */
  Optional<JsonNode> find(PolicyPath path);

  /** The objects of a collection, such as {@code /infra/tier-1s/web/locale-services}. */
  List<JsonNode> in(PolicyPath collection);

  /** The objects that mention another in a field of theirs. */
  List<JsonNode> mentioning(PolicyPath target, String field);

  /**
   * An index of the objects of a collection, or of those that mention an object. It outlives the
   * request, so that it is made once and not per request.
   *
   * @param about the collection or the mentioned object
   * @param made makes it out of the objects that are there; later ones are put into it
   */
  <T extends Index> T index(PolicyPath about, Class<T> type, Supplier<T> made);

  /**
   * Something that rules work out of many objects and ask for again and again, such as who uses
   * which address: made once, and again when something is written.
   *
   * @param about the object that it belongs to
   * @param make makes it; its class tells one such thing from another
   */
  <T> T remembered(PolicyPath about, Class<T> type, Supplier<T> make);

  /** The next free number for a firewall rule. */
  long nextRuleId();
}
