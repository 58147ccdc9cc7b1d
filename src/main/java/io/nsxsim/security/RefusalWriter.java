package io.nsxsim.security;

import io.nsxsim.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a refused request; implemented where refusals become HTTP. */
public interface RefusalWriter {

  /** Writes status and error body of a refusal to a response that nothing was written to yet. */
  void write(Refusal refusal, HttpServletResponse response) throws IOException;
}
