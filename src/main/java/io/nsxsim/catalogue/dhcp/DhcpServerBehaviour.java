package io.nsxsim.catalogue.dhcp;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.catalogue.addresses.PrefixedAddress;
import io.nsxsim.error.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DHCP servers: the old field {@code server_address} and the new {@code server_addresses} say the
 * same.
 *
 * <p>Source: the API reference on both fields of {@code DhcpServerConfig}, also for 100.96.0.1/30.
 */
@Component
final class DhcpServerBehaviour implements Behaviour {

  private static final String ONE = "server_address";
  private static final String ALL = "server_addresses";
  private static final String USUAL = "100.96.0.1/30";
  private static final int LONGEST_IPV4 = 30;
  private static final int LONGEST_IPV6 = 126;

  @Override
  public Set<String> kinds() {
    return Set.of("DhcpServerConfig");
  }

  @Override
  public void defaults(ObjectNode document, Surroundings around) {
    Optional<String> one = Fields.text(document, ONE);
    List<String> all = Fields.texts(document, ALL);
    if (one.isPresent() && !all.isEmpty() && !all.contains(one.get())) {
      around
          .find(Fields.ownPath(document))
          .ifPresent(before -> followTheNewOne(document, before, one.get()));
    } else if (all.isEmpty() && !document.path(ALL).isString()) {
      document.putArray(ALL).add(one.orElse(USUAL));
    }
    if (!Fields.isSet(document, ONE) && !Fields.texts(document, ALL).isEmpty()) {
      document.put(ONE, Fields.texts(document, ALL).getFirst());
    }
  }

  /** In a partial body the field that it leaves out is that of before. */
  private static void followTheNewOne(ObjectNode document, JsonNode before, String one) {
    if (Fields.is(before, ONE, one)) {
      document.remove(ONE);
    } else if (before.path(ALL).equals(document.path(ALL))) {
      document.putArray(ALL).add(one);
    }
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    List<String> all = Fields.texts(document, ALL);
    Fields.text(document, ONE)
        .filter(one -> !all.contains(one))
        .ifPresent(one ->
            problems.accept(
                Problem.conflict("/" + ONE, one + " is not one of the server_addresses.")));
    Set<Integer> families = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String field = "/" + ALL + "/" + i;
      PrefixedAddress.parse(all.get(i))
          .ifPresent(address -> checkAddress(address, field, families, problems));
    }
  }

  private static void checkAddress(
      PrefixedAddress address, String field, Set<Integer> families, Consumer<Problem> problems) {
    int longest = address.address().isIPv4() ? LONGEST_IPV4 : LONGEST_IPV6;
    if (address.length() > longest) {
      problems.accept(Problem.invalid(field, "The prefix is at most /" + longest + "."));
    } else if (address.isNoHost()) {
      problems.accept(Problem.invalid(field, address.address() + " is no host of its network."));
    }
    if (!families.add(address.address().getBitCount())) {
      problems.accept(Problem.conflict(field, "There is one address of each family."));
    }
  }
}
