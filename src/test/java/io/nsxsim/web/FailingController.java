package io.nsxsim.web;

import io.nsxsim.error.Problem;
import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Ends requests in every way there is. */
@TestComponent
@RestController
@RequestMapping("/failing")
class FailingController {

  @GetMapping("/refused")
  String refused() {
    throw new Refusal(
        List.of(
            new Problem(Reason.INVALID_VALUE, "/subnets/0/gateway_address", "Not an address"),
            new Problem(Reason.MISSING_FIELD, "/display_name", "Required")));
  }

  @GetMapping("/broken")
  String broken() {
    throw new IllegalStateException("a promise between our classes is broken");
  }

  @GetMapping("/overflow")
  String overflow() {
    throw new StackOverflowError();
  }

  @GetMapping("/number")
  String number(@RequestParam int page) {
    return String.valueOf(page);
  }

  @PutMapping("/body")
  JsonNode body(@RequestBody JsonNode body) {
    return body;
  }

  @PutMapping("/bytes")
  int bytes(@RequestBody byte[] body) {
    return body.length;
  }

  @GetMapping("/body")
  String read() {
    return "read";
  }

  @DeleteMapping("/body")
  void delete() {}
}
