package io.nsxsim.web.ipam;

import io.nsxsim.catalogue.Fields;
import io.nsxsim.engine.Author;
import io.nsxsim.engine.PolicyEngine;
import io.nsxsim.engine.StoredObjects;
import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.web.list.ListQuery;
import io.nsxsim.web.list.ResultPage;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pools of {@code /infra/ip-pools} as the older Manager API shows them. Here one asks for an
 * address and gives it back by its value; behind it is an allocation like any other. Described in
 * the documents of {@code openapi/}.
 */
@Hidden
@RestController
@RequestMapping("/api/v1/pools/ip-pools")
class ManagerPoolController {

  private static final PolicyPath POOLS = ManagerPools.POOLS;
  private static final Author ADMIN = Author.client("admin");

  private final PolicyEngine engine;
  private final StoredObjects objects;
  private final ManagerPools pools;

  ManagerPoolController(PolicyEngine engine, StoredObjects objects, ManagerPools pools) {
    this.engine = engine;
    this.objects = objects;
    this.pools = pools;
  }

  @GetMapping
  ResultPage pools(@RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters)
        .page(
            objects.in(POOLS).stream().map(pools::show),
            Map.of("display_name", pool -> pool.path("display_name").asString("")));
  }

  @GetMapping("/{id}")
  ObjectNode read(@PathVariable("id") String id) {
    return pools.show(pool(id));
  }

  @PostMapping
  ResponseEntity<ObjectNode> create(HttpServletRequest request) throws IOException {
    String id = UUID.randomUUID().toString();
    pools.write(POOLS.child(id), JsonBody.read(request), ADMIN);
    return ResponseEntity.status(HttpStatus.CREATED).body(pools.show(pool(id)));
  }

  @PutMapping("/{id}")
  ObjectNode replace(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
    JsonNode stored = pool(id);
    ObjectNode body = JsonBody.read(request);
    ManagerPools.checkRevision(stored, body);
    pools.write(Fields.ownPath(stored), body, ADMIN);
    return pools.show(pool(id));
  }

  /** The subnets go with their pool; an address that is given away keeps it, if not forced. */
  @DeleteMapping("/{id}")
  void delete(
      @PathVariable("id") String id,
      @RequestParam(name = "force", defaultValue = "false") boolean force) {
    JsonNode pool = pool(id);
    if (!force && !objects.in(allocationsOf(pool)).isEmpty()) {
      throw new Refusal(Reason.IN_USE, "Addresses of the pool " + id + " are given away.");
    }
    engine.delete(Fields.ownPath(pool), new PolicyEngine.Deletion(true, false, false), ADMIN);
  }

  @GetMapping("/{id}/allocations")
  ResultPage allocations(
      @PathVariable("id") String id, @RequestParam Map<String, String> parameters) {
    return ListQuery.of(parameters)
        .page(
            objects.in(allocationsOf(pool(id))).stream()
                .flatMap(one -> Fields.text(one, "allocated_ip").stream())
                .map(address -> Map.of("allocation_id", address)),
            Map.of("allocation_id", address -> address.getOrDefault("allocation_id", "")));
  }

  @PostMapping("/{id}")
  ResponseEntity<Map<String, String>> change(
      @PathVariable("id") String id,
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestBody JsonNode body) {
    PolicyPath allocations = allocationsOf(pool(id));
    String address = Fields.text(body, "allocation_id").orElse("");
    return switch (action) {
      case "ALLOCATE" -> ResponseEntity.ok(Map.of("allocation_id", allocate(allocations, address)));
      case "RELEASE" -> {
        release(allocations, address);
        yield ResponseEntity.ok().build();
      }
      default ->
          throw new Refusal(
              List.of(
                  new Problem(
                      Reason.INVALID_PARAMETER,
                      "action",
                      "action is ALLOCATE or RELEASE, not " + action + ".")));
    };
  }

  private String allocate(PolicyPath allocations, String address) {
    PolicyPath path = allocations.child(UUID.randomUUID().toString());
    ObjectNode body = JsonMapper.shared().createObjectNode().put("sync_realization", true);
    if (!address.isEmpty()) {
      body.put("allocation_ip", address);
    }
    engine.patch(path, body, Optional.of(false), false, ADMIN);
    return objects.find(path).flatMap(one -> Fields.text(one, "allocated_ip")).orElseThrow();
  }

  private void release(PolicyPath allocations, String address) {
    PolicyPath path =
        objects.in(allocations).stream()
            .filter(one -> Fields.is(one, "allocated_ip", address))
            .map(Fields::ownPath)
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    List.of(
                        new Problem(
                            Reason.NOT_IN_POOL,
                            "allocation_id",
                            address + " is no address that the pool has given away."))));
    engine.delete(path, ADMIN);
  }

  /** The id of a pool here is that of its policy object or the one that it was realized with. */
  private JsonNode pool(String id) {
    return objects.in(POOLS).stream()
        .filter(pool -> Fields.is(pool, "id", id) || Fields.is(pool, "realization_id", id))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no IP pool " + id + "."));
  }

  private static PolicyPath allocationsOf(JsonNode pool) {
    return Fields.ownPath(pool).child("ip-allocations");
  }
}
