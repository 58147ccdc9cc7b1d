package io.nsxsim.web;

import io.nsxsim.error.Refusal;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives what the servlet container turns down by itself, such as a malformed address, NSX's error
 * body in place of a page.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

  private final ErrorAnswers answers;

  ContainerErrors(ErrorAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      StandardHost host = (StandardHost) context.getParent();
      host.setErrorReportValveClass("");
      host.getPipeline().addValve(new JsonErrors(answers));
    });
  }

  private static final class JsonErrors extends ErrorReportValve {

    private final ErrorAnswers answers;

    JsonErrors(ErrorAnswers answers) {
      this.answers = answers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      if (status >= 500 && failure != null) {
        LOG.error("Request failed", failure);
      }
      try {
        answers.write(refusal(status, response.getMessage()), response);
        response.finishResponse();
      } catch (IOException gone) {
        LOG.debug("The client went away", gone);
      }
    }

    private static Refusal refusal(int status, @Nullable String message) {
      return ErrorAnswers.ofStatus(status, message == null ? "Status " + status : message);
    }
  }
}
