package io.nsxsim.catalogue.routing;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.AddressRun;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The next hops of static routes that are watched: each once, from addresses of the same family.
 *
 * <p>Source: the API reference on {@code StaticRouteBfdPeer}.
 */
@Component
final class BfdPeerBehaviour implements Behaviour {

  @Override
  public Set<String> kinds() {
    return Set.of("StaticRouteBfdPeer");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<AddressRun> peer = peer(document);
    PolicyPath own = Fields.ownPath(document);
    boolean taken =
        around.in(Fields.parentPath(document).child("static-routes/bfd-peers")).stream()
            .filter(other -> !Fields.ownPath(other).equals(own))
            .anyMatch(other -> peer.isPresent() && peer(other).equals(peer));
    if (taken) {
      problems.accept(Problem.conflict("/peer_address", "The peer is watched already."));
    }
    List<String> sources = Fields.texts(document, "source_addresses");
    for (int i = 0; i < sources.size(); i++) {
      Optional<AddressRun> source = AddressRun.address(sources.get(i));
      if (peer.isPresent() && source.filter(s -> !s.isSameFamily(peer.get())).isPresent()) {
        problems.accept(
            Problem.conflict("/source_addresses/" + i, "The peer is of the other family."));
      }
    }
  }

  private static Optional<AddressRun> peer(JsonNode document) {
    return AddressRun.address(document.path("peer_address").asString(""));
  }
}
