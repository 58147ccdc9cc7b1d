package io.nsxsim.web.firewall;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.engine.Tree;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.RequestPath;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a firewall profile is bound to; described in the documents of {@code openapi/}. */
@Hidden
@RestController
@RequestMapping({
  ProfileBindingsController.API + "/infra",
  ProfileBindingsController.API + "/orgs/{org}/projects/{project}/infra"
})
class ProfileBindingsController {

  static final String API = "/policy/api/v1";
  private static final Set<String> TIMERS =
      Set.of("SessionTimerProfileBindingMap", "PolicyFirewallSessionTimerProfileBindingMap");
  private static final Set<String> FLOODS =
      Set.of("FloodProtectionProfileBindingMap", "PolicyFirewallFloodProtectionProfileBindingMap");

  private final StoredObjects objects;
  private final Tree tree;

  ProfileBindingsController(StoredObjects objects, Tree tree) {
    this.objects = objects;
    this.tree = tree;
  }

  @GetMapping("/session-timer-profiles/{profile}/bindings")
  ResultPage timers(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    String address = request.getRequestURI();
    return bindings(
        address.replace("/session-timer-profiles/", "/firewall-session-timer-profiles/"),
        TIMERS,
        parameters);
  }

  @GetMapping("/flood-protection-profiles/{profile}/bindings")
  ResultPage floods(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return bindings(request.getRequestURI(), FLOODS, parameters);
  }

  private ResultPage bindings(String address, Set<String> kinds, Map<String, String> parameters) {
    PolicyPath profile =
        RequestPath.below(API, address.substring(0, address.lastIndexOf("/bindings")));
    if (objects.find(profile).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "There is no profile " + profile + ".");
    }
    return ListQuery.of(parameters)
        .page(
            tree.documents(kinds).stream()
                .filter(binding -> Fields.is(binding, "profile_path", profile.value())),
            Map.of("display_name", ProfileBindingsController::name));
  }

  private static String name(JsonNode binding) {
    return binding.path("display_name").asString("");
  }
}
