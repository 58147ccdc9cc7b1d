package io.nsxsim.web.vpcs;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of the addresses that limits allow has been taken: a state has the form of the limit,
 * with what is in use as its numbers. A limit is about the projects and VPCs that name it.
 */
@Hidden
@RestController
class LimitController {

  private static final String API = "/policy/api/v1";
  private static final String INFRA = API + "/infra";
  private static final String PROJECT = API + "/orgs/{org}/projects/{project}";
  private static final String STATE = "/state";
  private static final String LIMITS = "/limits";
  private static final Set<String> SPACES = Set.of("Project", "Vpc");
  private static final Set<String> TAKERS =
      Set.of("VpcIpAddressAllocation", "ProjectIpAddressAllocation", "VpcSubnet");
  private static final Map<String, Function<ObjectNode, String>> ORDERS = Map.of();

  private final StoredObjects objects;
  private final Tree tree;

  LimitController(StoredObjects objects, Tree tree) {
    this.objects = objects;
    this.tree = tree;
  }

  /** The state of one limit. */
  @GetMapping({
    INFRA + LIMITS + "/{limit}" + STATE,
    PROJECT + "/infra" + LIMITS + "/{limit}" + STATE
  })
  ObjectNode one(HttpServletRequest request) {
    return state(existing(subject(request)), "");
  }

  /** The states of all limits of a manager or project. */
  @GetMapping({INFRA + LIMITS + STATE, PROJECT + "/infra" + LIMITS + STATE})
  ResultPage all(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    Stream<ObjectNode> states =
        objects.in(subject(request)).stream().map(limit -> state(limit, ""));
    return ListQuery.of(parameters).page(states, ORDERS);
  }

  /** The states of the limits of each VPC of a project. */
  @GetMapping(PROJECT + LIMITS + STATE)
  ResultPage ofVpcs(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    JsonNode project = existing(owner(request));
    Stream<ObjectNode> rows =
        objects.in(Fields.ownPath(project).child("vpcs")).stream()
            .map(vpc -> {
              ObjectNode row = JsonMapper.shared().createObjectNode();
              row.put("vpc_path", Fields.ownPath(vpc).value());
              List<ObjectNode> states = states(vpc);
              ObjectNode list = row.putObject("vpc_limit_state").put("result_count", states.size());
              list.putArray("results").addAll(states);
              return row;
            });
    return ListQuery.of(parameters).page(rows, ORDERS);
  }

  /** The states of the limits of one VPC. */
  @GetMapping(PROJECT + "/vpcs/{vpc}" + LIMITS + STATE)
  ResultPage ofVpc(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters).page(states(existing(owner(request))).stream(), ORDERS);
  }

  private List<ObjectNode> states(JsonNode space) {
    return Fields.texts(space, "limits").stream()
        .filter(PolicyPath::isPolicyPath)
        .flatMap(limit -> objects.find(new PolicyPath(limit)).stream())
        .map(limit -> state(limit, Fields.ownPath(space).value()))
        .toList();
  }

  /** The state of a limit in one space, or if none is named in all that it is about. */
  private ObjectNode state(JsonNode limit, String space) {
    String path = Fields.ownPath(limit).value();
    List<String> spaces =
        space.isEmpty()
            ? tree.documents(SPACES).stream()
                .filter(each -> Fields.texts(each, "limits").contains(path))
                .map(each -> Fields.ownPath(each).value())
                .toList()
            : List.of(space);
    ObjectNode state = JsonMapper.shared().createObjectNode().put("intent_path", path);
    if (limit.path("quota") instanceof ObjectNode quota) {
      state.set("quota", used(quota.deepCopy(), spaces));
    }
    return state;
  }

  private ObjectNode used(ObjectNode quota, List<String> spaces) {
    List<String> taken =
        tree.documents(TAKERS).stream()
            .filter(taker ->
                spaces.stream().anyMatch(s -> Fields.ownPath(taker).value().startsWith(s + "/")))
            .filter(taker -> isAbout(quota, taker))
            .flatMap(LimitController::networks)
            .toList();
    if (quota.has("single_ip_cidrs")) {
      quota.put("single_ip_cidrs", taken.stream().filter(LimitController::isSingle).count());
    }
    if (quota.path("other_cidrs") instanceof ObjectNode others) {
      String mask = others.path("mask").asString("ANY").replaceFirst("^/?", "/");
      others.put(
          "total_count",
          taken.stream()
              .filter(network -> !isSingle(network))
              .filter(network -> mask.equals("/ANY") || network.endsWith(mask))
              .count());
    }
    return quota;
  }

  private static boolean isAbout(JsonNode quota, JsonNode taker) {
    boolean external =
        Fields.is(taker, "access_mode", "Public")
            || Fields.is(taker, "ip_address_block_visibility", "EXTERNAL")
            || Fields.is(taker, "resource_type", "ProjectIpAddressAllocation");
    boolean wanted =
        !Fields.isSet(quota, "ip_block_visibility")
            || Fields.is(quota, "ip_block_visibility", external ? "EXTERNAL" : "PRIVATE");
    List<String> named = Fields.texts(taker, "ip_blocks");
    List<String> blocks = Fields.texts(quota, "ip_block_paths");
    return wanted
        && (blocks.isEmpty() || named.isEmpty() || named.stream().anyMatch(blocks::contains));
  }

  private static Stream<String> networks(JsonNode taker) {
    return Stream.concat(
        Fields.text(taker, "allocation_ips").stream(),
        Fields.texts(taker, "ip_addresses").stream());
  }

  private static boolean isSingle(String network) {
    return network.indexOf('/') < 0 || network.endsWith("/32") || network.endsWith("/128");
  }

  private JsonNode existing(PolicyPath path) {
    return objects
        .find(path)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is nothing at " + path + "."));
  }

  /** The path before {@code /state}. */
  private static PolicyPath subject(HttpServletRequest request) {
    String address = request.getRequestURI();
    return RequestPath.below(API, address.substring(0, address.lastIndexOf(STATE)));
  }

  private static PolicyPath owner(HttpServletRequest request) {
    String limits = subject(request).value();
    return new PolicyPath(limits.substring(0, limits.length() - LIMITS.length()));
  }
}
