package io.nsxsim.web.access;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import io.nsxsim.web.policy.JsonBody;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens with which appliances register; they live as long as the server runs. */
@Hidden
@RestController
@RequestMapping({"/policy/api/v1/aaa/registration-token", "/api/v1/aaa/registration-token"})
class RegistrationTokenController {

  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  @PostMapping
  Map<String, Object> create() {
    String token = UUID.randomUUID().toString();
    tokens.add(token);
    return show(token);
  }

  @GetMapping("/{token}")
  Map<String, Object> get(@PathVariable("token") String token) {
    if (!tokens.contains(token)) {
      throw new Refusal(Reason.NOT_FOUND, "There is no such token.");
    }
    return show(token);
  }

  @PostMapping("/retrieve")
  Map<String, Object> retrieve(HttpServletRequest request) throws IOException {
    return get(JsonBody.read(request).path("token").asString(""));
  }

  @DeleteMapping("/{token}")
  void delete(@PathVariable("token") String token) {
    get(token);
    tokens.remove(token);
  }

  @PostMapping("/delete")
  void remove(HttpServletRequest request) throws IOException {
    delete(JsonBody.read(request).path("token").asString(""));
  }

  private static Map<String, Object> show(String token) {
    return Map.of("token", token, "user", "admin", "roles", List.of("enterprise_admin"));
  }
}
