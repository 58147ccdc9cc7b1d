package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import io.nsxsim.path.PolicyPath;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Subnets whose packets travel through another one with a VLAN tag: no two have the same there.
 *
 * <p>Source: the public NSX operator on {@code vlanTrafficTag}, which is unique on the target.
 */
@Component
final class SubnetBindingBehaviour implements Behaviour {

  private static final String TARGET = "subnet_path";
  private static final String TAG = "vlan_traffic_tag";

  @Override
  public Set<String> kinds() {
    return Set.of("SubnetConnectionBindingMap");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    PolicyPath own = Fields.ownPath(document);
    Fields.path(document, TARGET)
        .ifPresent(target -> {
          for (JsonNode other : around.mentioning(target, TARGET)) {
            if (document.has(TAG)
                && !Fields.ownPath(other).equals(own)
                && other.path(TAG).equals(document.path(TAG))) {
              problems.accept(Problem.conflict("/" + TAG, "Another subnet has this tag there."));
            }
          }
        });
  }
}
