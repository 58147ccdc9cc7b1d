package io.nsxsim.web;

import io.nsxsim.error.Reason;
import io.nsxsim.error.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses bodies that are too long: at once if the request says how long, otherwise when too much
 * has been read.
 */
@Component
@Order(0)
final class BodyLimit extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final long longest;
  private final transient ErrorAnswers answers;

  BodyLimit(RequestSettings settings, ErrorAnswers answers) {
    longest = settings.maxBody().toBytes();
    this.answers = answers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() > longest) {
      answers.write(tooLarge(longest), response);
    } else if (request.getHeader("Transfer-Encoding") != null) {
      chain.doFilter(new LimitedRequest(request, longest), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Refusal tooLarge(long longest) {
    return new Refusal(Reason.TOO_LARGE, "The body is longer than " + longest + " bytes");
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private final long longest;

    LimitedRequest(HttpServletRequest request, long longest) {
      super(request);
      this.longest = longest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedBody(super.getInputStream(), longest);
    }
  }

  private static final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long longest;
    private long length;

    LimitedBody(ServletInputStream body, long longest) {
      this.body = body;
      this.longest = longest;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int room) throws IOException {
      int count = body.read(bytes, offset, room);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int more) {
      length += more;
      if (length > longest) {
        throw tooLarge(longest);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
