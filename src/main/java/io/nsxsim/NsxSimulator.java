package io.nsxsim;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class NsxSimulator {
  public static void main(String[] arguments) {
    SpringApplication.run(NsxSimulator.class, arguments);
  }
}
