package io.nsxsim.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminAccountTest {

  private static final String AWKWARD = "VMware1!";

  @ParameterizedTest
  @ValueSource(strings = {AWKWARD, "a+b", "100%", "%41", "a&b=c", "a b", "Grüße", "\"'<>", "a:b"})
  void a_password_is_taken_raw_and_encoded(String password) {
    AdminAccount account = new AdminAccount(new LoginSettings(password));
    String encoded = URLEncoder.encode(password, UTF_8);

    assertThat(account.acceptsForm("j_username=admin&j_password=" + password)).isTrue();
    assertThat(account.acceptsForm("j_password=" + password + "&j_username=admin")).isTrue();
    assertThat(account.acceptsForm("j_username=admin&j_password=" + encoded)).isTrue();
    assertThat(account.acceptsForm("j_username=admin&j_password=x" + encoded)).isFalse();
    assertThat(account.acceptsForm("j_username=root&j_password=" + password)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {AWKWARD, "Grüße", "a:b", ""})
  void a_header_is_taken_in_both_charsets(String password) {
    AdminAccount account = new AdminAccount(new LoginSettings(password));

    assertThat(account.acceptsHeader(header("admin:" + password, UTF_8))).isTrue();
    assertThat(account.acceptsHeader(header("admin:" + password, ISO_8859_1))).isTrue();
    assertThat(account.acceptsHeader(header("admin:x" + password, UTF_8))).isFalse();
    assertThat(account.acceptsHeader(header("admin", UTF_8))).isFalse();
  }

  private static String header(String pair, Charset charset) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
  }
}
