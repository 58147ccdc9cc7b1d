package io.nsxsim.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ListenerSettingsTest {

  @Test
  void both_ports_are_on_and_local_unless_told_otherwise() {
    ListenerSettings settings = with(Map.of());
    assertThat(settings.https().port()).isEqualTo(8443);
    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.address().isLoopbackAddress()).isTrue();
  }

  @Test
  void environment_variables_are_read() {
    ListenerSettings settings =
        with(
            Map.of(
                "NSXSIM_HTTPS_PORT", "1",
                "NSXSIM_HTTP_PORT", "-1",
                "NSXSIM_ADDRESS", "0.0.0.0",
                "NSXSIM_HTTPS_KEY_STORE", "a.p12"));
    assertThat(settings.https().port()).isEqualTo(1);
    assertThat(settings.http().port()).isEqualTo(-1);
    assertThat(settings.address().isAnyLocalAddress()).isTrue();
    assertThat(settings.https().keyStore()).isEqualTo("a.p12");
  }

  @Test
  void one_port_must_be_on() {
    assertThatThrownBy(() -> with(Map.of("NSXSIM_HTTPS_PORT", "-1", "NSXSIM_HTTP_PORT", "-1")))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ListenerSettings with(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
    return Binder.get(environment).bindOrCreate("nsxsim", ListenerSettings.class);
  }
}
